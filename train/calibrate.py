"""Balances activations against weights before both become 8 bits.

A few input channels of a product are far larger than the rest, and a row's scale must cover
them. Each channel j is therefore divided by s_j, and the matrix's column j multiplied by it,
s_j = (largest |x_j|)^A / (largest |w_j|)^(1-A) (Xiao et al. 2022, SmoothQuant); the product is
the same. The largest inputs are taken from some training articles.
"""
import numpy as np
import torch

from pieces import window_inputs, windows

BALANCE = 0.6


@torch.inference_mode()
def largest_inputs(model, texts):
    """{linear module's name: largest |input| by channel [in]} over the texts' windows."""
    found, hooks = {}, []

    def watch(name):
        def hook(_, inputs):
            top = inputs[0].detach().abs().flatten(0, -2).amax(0)
            found[name] = torch.maximum(found[name], top) if name in found else top
        return hook

    for name, module in model.named_modules():
        if isinstance(module, torch.nn.Linear) and name.startswith(('encoder.', 'heads')):
            hooks.append(module.register_forward_pre_hook(watch(name)))
    model.eval()
    for doc in texts:
        for begin, end in windows(doc):
            pieces, case, quote, first = window_inputs(doc, begin, end)
            row = {'pieces': torch.tensor([pieces]), 'case': torch.tensor([case]),
                   'quote': torch.tensor([quote]), 'first': torch.tensor([first])}
            row['mask'] = torch.ones_like(row['pieces'], dtype=torch.bool)
            model.states(row)
    for hook in hooks:
        hook.remove()
    return {name: value.numpy() for name, value in found.items()}


def balance(matrix, top):
    """s [in] for a matrix [out x in] and the largest inputs [in]; 1 for channels never used."""
    weight = np.abs(matrix).max(0)
    usable = (top > 1e-6) & (weight > 1e-6)
    s = np.ones_like(top)
    s[usable] = top[usable] ** BALANCE / weight[usable] ** (1 - BALANCE)
    s[usable] /= np.exp(np.log(s[usable]).mean())
    return s.astype(np.float32)
