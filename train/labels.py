"""The label sets, and what each head of the model puts out."""

TAGS = ('O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content')
NAMES = ('O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-MISC', 'I-MISC')
UPOS = ('ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON',
        'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X')
XPOS = ('$', "''", ',', '-LRB-', '-RRB-', '.', ':', 'ADD', 'AFX', 'CC', 'CD', 'DT', 'EX', 'FW',
        'GW', 'HYPH', 'IN', 'JJ', 'JJR', 'JJS', 'LS', 'MD', 'NFP', 'NN', 'NNP', 'NNPS', 'NNS',
        'PDT', 'POS', 'PRP', 'PRP$', 'RB', 'RBR', 'RBS', 'RP', 'SYM', 'TO', 'UH', 'VB', 'VBD',
        'VBG', 'VBN', 'VBP', 'VBZ', 'WDT', 'WP', 'WP$', 'WRB', '``')
RELATIONS = ('root', 'acl', 'acl:relcl', 'advcl', 'advcl:relcl', 'advmod', 'amod', 'appos', 'aux',
             'aux:pass', 'case', 'cc', 'cc:preconj', 'ccomp', 'compound', 'compound:prt', 'conj',
             'cop', 'csubj', 'csubj:outer', 'csubj:pass', 'dep', 'det', 'det:predet', 'discourse', 'dislocated',
             'expl', 'fixed', 'flat', 'goeswith', 'iobj', 'list', 'mark', 'nmod', 'nmod:desc', 'nmod:poss',
             'nmod:unmarked', 'nsubj', 'nsubj:outer', 'nsubj:pass', 'nummod', 'obj', 'obl',
             'obl:agent', 'obl:unmarked', 'orphan', 'parataxis', 'punct', 'reparandum', 'vocative',
             'xcomp')

LINK, ARC, RELATION = 96, 128, 64            # widths of the pairwise projections

# Every head is a slice of one linear map from the state of a word's first piece.
SLICES = (('tag', len(TAGS)), ('name', len(NAMES)), ('upos', len(UPOS)), ('xpos', len(XPOS)),
          ('start', 2), ('fragment', LINK), ('cue', LINK), ('dependent', ARC), ('head', ARC),
          ('head_bias', 1), ('relation_dependent', RELATION), ('relation_head', RELATION))


def slices():
    """{head: slice of the linear map's output}, and the output's width."""
    out, at = {}, 0
    for name, width in SLICES:
        out[name] = slice(at, at + width)
        at += width
    return out, at


def relation_index(name):
    """A relation that is not listed counts as its part before the colon."""
    if name in RELATIONS:
        return RELATIONS.index(name)
    base = name.split(':')[0]
    return RELATIONS.index(base) if base in RELATIONS else RELATIONS.index('dep')
