#include "cli/arguments.h"
#include "ingest/sandbox_worker.h"

int main(int argc, char** argv) {
  afterword::RunIfReaderWorker(argc, argv);
  return afterword::RunCommandLine(argc, argv);
}
