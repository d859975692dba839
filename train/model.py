"""The reading model: the encoder, one linear map that holds all heads, and the losses.

The state of a word is the encoder's output at its first piece. One linear map turns it into
the slices of labels.py: label scores for the tagging heads, and projections whose dot products
score pairs of words (fragment and cue, dependent and head).
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from encoder import WIDTH, Encoder
from labels import ARC, LINK, RELATION, RELATIONS, slices

SLICES, HEAD_WIDTH = slices()
TAGGING = ('tag', 'name', 'upos', 'xpos', 'start')
WEIGHTS = {'tag': 1.0, 'name': 0.4, 'upos': 0.3, 'xpos': 0.15, 'start': 0.2, 'parent': 0.4,
           'relation': 0.3, 'link': 0.3, 'sense': 1.0}
SILVER = 0.4                  # a program's labels count this much of a person's
TEMPERATURE, SOFT_SHARE = 2.0, 0.7
MINIMUM_SHARE = 0.2           # a head labelled on fewer words of a batch counts in proportion
LOWEST = -1e4


class ReadingModel(nn.Module):
    def __init__(self, layers, dropout=0.0):
        super().__init__()
        self.encoder = Encoder(layers, dropout)
        self.heads = nn.Linear(WIDTH, HEAD_WIDTH)
        self.root = nn.Parameter(torch.zeros(ARC + 1))           # projection and bias
        self.relation_pair = nn.Parameter(torch.zeros(len(RELATIONS), RELATION))
        self.relation_dependent = nn.Linear(RELATION, len(RELATIONS))
        self.relation_head = nn.Linear(RELATION, len(RELATIONS), bias=False)
        self.sense = nn.Linear(WIDTH, WIDTH, bias=False)
        nn.init.eye_(self.sense.weight)
        nn.init.normal_(self.heads.weight, std=0.05)
        nn.init.zeros_(self.heads.bias)
        nn.init.normal_(self.relation_pair, std=0.1)
        nn.init.normal_(self.root, std=0.1)

    def states(self, batch):
        """Encoder output [batch x length x 384] and head outputs [batch x words x HEAD_WIDTH]."""
        hidden = self.encoder(batch['pieces'], batch['case'], batch['quote'], batch['mask'])
        at = batch['first'][..., None].expand(-1, -1, WIDTH)
        return hidden, self.heads(hidden.gather(1, at))

    def arc_scores(self, out):
        """[batch x dependent x (root, heads...)] from head outputs."""
        dependent, head = out[..., SLICES['dependent']], out[..., SLICES['head']]
        scores = dependent @ head.transpose(1, 2) / ARC ** 0.5
        scores = scores + out[..., SLICES['head_bias']].transpose(1, 2)
        root = (dependent @ self.root[:ARC, None]) / ARC ** 0.5 + self.root[ARC]
        return torch.cat([root, scores], 2)

    def relation_scores(self, dependent, head):
        """[... x relations] for pairs of 64-wide projections."""
        return (dependent * head) @ self.relation_pair.T + \
            self.relation_dependent(dependent) + self.relation_head(head)

    def link_scores(self, fragment, cue):
        return fragment @ cue.transpose(-1, -2) / LINK ** 0.5

    def sentence_vectors(self, hidden, segment, count):
        """Unit vectors [count x 384]: means over the pieces of each segment, mapped."""
        flat, kind = hidden.reshape(-1, WIDTH), segment.reshape(-1)
        inside = kind >= 0
        kind = kind[inside]
        total = torch.zeros(count, WIDTH).index_add(0, kind, flat[inside].float())
        size = torch.zeros(count).index_add(0, kind, torch.ones(len(kind)))
        return F.normalize(self.sense(total / size[:, None].clamp(min=1)), dim=-1)


def label_losses(batch, out, share):
    """Cross entropy (and, where a teacher labelled, divergence from it) of the tagging heads."""
    losses = {}
    for name in TAGGING:
        labels = batch[name]
        scores = out[..., SLICES[name]].float()
        hard = F.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=-1,
                               reduction='none')
        weight = batch['weight_' + name].flatten()
        losses[name] = share((hard * weight).sum(), int((labels >= 0).sum()))
        if 'soft_' + name in batch:
            known = batch['soft_known']
            wanted = F.softmax(batch['soft_' + name][known].float() / TEMPERATURE, -1)
            found = F.log_softmax(scores[known] / TEMPERATURE, -1)
            soft = TEMPERATURE ** 2 * F.kl_div(found, wanted, reduction='sum')
            losses[name] = (1 - SOFT_SHARE) * losses[name] + \
                SOFT_SHARE * share(soft, len(wanted))
    return losses


def tree_losses(model, batch, out, share):
    rows = (batch['parent'] >= 0).any(1).nonzero().flatten()
    if not len(rows):
        return {}
    out, parent, sentence = out[rows].float(), batch['parent'][rows], batch['sentence'][rows]
    scores = model.arc_scores(out)
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
    same &= ~torch.eye(same.shape[1], dtype=torch.bool)
    allowed = torch.cat([torch.ones_like(same[..., :1]), same], 2)
    scores = scores.masked_fill(~allowed, LOWEST)
    me = torch.arange(parent.shape[1])
    target = torch.where(parent == me, 0, parent + 1).masked_fill(parent < 0, -1)
    count = int((target >= 0).sum())
    arc = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=-1,
                          reduction='sum')
    hung = target > 0                                     # roots have only one relation
    dependent = out[..., SLICES['relation_dependent']][hung]
    index = parent.clamp(min=0)[..., None].expand(-1, -1, RELATION)
    head = out[..., SLICES['relation_head']].gather(1, index)[hung]
    relation = F.cross_entropy(model.relation_scores(dependent, head),
                               batch['relation'][rows][hung], reduction='sum')
    return {'parent': share(arc, count), 'relation': share(relation, count)}


def link_loss(model, batch, out, share):
    """Each fragment chooses among the cues of its window."""
    if not batch['links']:
        return {}
    total, count = 0.0, 0
    for row, fragments, cues, target in batch['links']:
        scores = model.link_scores(out[row, fragments][:, SLICES['fragment']].float(),
                                   out[row, cues][:, SLICES['cue']].float())
        total = total - (F.log_softmax(scores, -1) * target).sum()
        count += len(fragments)
    return {'link': total / max(count, 10)}


def losses(model, batch):
    """{head: loss}; weigh them with WEIGHTS."""
    hidden, out = model.states(batch)
    words = int(batch['word_mask'].sum())

    def share(total, count):
        return total / max(count, MINIMUM_SHARE * words)

    found = label_losses(batch, out, share)
    found |= tree_losses(model, batch, out, share)
    found |= link_loss(model, batch, out, share)
    if batch['vectors'] is not None:
        mine = model.sentence_vectors(hidden, batch['segment'], len(batch['vectors']))
        found['sense'] = (1 - (mine * batch['vectors']).sum(-1)).mean()
    return found
