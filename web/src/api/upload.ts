// Hands one file to the program. XMLHttpRequest, since fetch does not tell how much was sent.

import { ApiError, errorFrom } from './client'
import type { ImportReply } from './types'

/** `onProgress` gets the share of the file that was sent, 0 to 1. */
export function upload(file: File, onProgress: (share: number) => void): Promise<ImportReply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/imports?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('X-Afterword', '1')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      if (request.status === 200) resolve(request.response as ImportReply)
      else reject(errorFrom(request.status, request.response))
    }
    request.onerror = () => reject(new ApiError('io', 'Afterword does not answer. Is it still running?'))
    request.send(file)
  })
}
