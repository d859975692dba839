"""Splits raw text into words: one deterministic rule, easy to repeat in any language.

The rule works on code points and needs no tables beyond the constants below, so that another
implementation can give the same words, byte for byte. `word_cases.tsv` is its golden file.

Three steps:
1. *Chunks*: maximal runs without white space (`is_space`).
2. *Tokens*: a chunk is cut from left to right; at each place the first rule of `token_end`
   that matches decides where the token ends.
3. *Words*: a token made of letters is cut into a stem and a clitic (`do|n't`, `Kim|'s`).
   A word that is the second part of a token is *joined* to the one before.
"""

SPACES = frozenset(
    [*range(0x00, 0x21), *range(0x7F, 0xA1), 0xAD, 0x1680, *range(0x2000, 0x2010),
     *range(0x2028, 0x2030), 0x205F, *range(0x2060, 0x2065), 0x3000, 0xFEFF, 0xFFFC, 0xFFFD])

# Beyond ASCII everything is a letter but these ranges, whose members stand alone.
SYMBOLS = ((0xA1, 0xA9), (0xAB, 0xB1), (0xB4, 0xB4), (0xB6, 0xB8), (0xBB, 0xBB), (0xBF, 0xBF),
           (0xD7, 0xD7), (0xF7, 0xF7), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20CF),
           (0x2100, 0x2BFF), (0x3001, 0x303F), (0xFF01, 0xFF0F), (0xFF1A, 0xFF20),
           (0xFF3B, 0xFF40), (0xFF5B, 0xFF65), (0x1F000, 0x1FAFF))

APOSTROPHES = frozenset("'\u2019`\u00b4")

# Lower case; each keeps the full stop that follows it.
ABBREVIATIONS = frozenset('''
mr mrs ms dr prof rev fr sr jr hon st mt gen lt col maj capt cmdr adm sgt cpl pvt brig gov sen
rep pres amb atty supt det insp vs al vol pp fig ed eds approx dept est inc corp co ltd llc
bros assn univ ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu
thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn
mo mont neb nev okla ore pa tenn tex va vt wash wis wyo messrs mme mlle cf ca viz ext tel fwd
'''.split())

# The part of a host name after its last dot that marks "name.part" as one word.
DOMAINS = frozenset('com org net gov edu mil int info biz uk eu de fr us ca au tv co ru ua pl io '
                    'ch nl se no es it html htm php pdf doc xls txt jpg gif exe'.split())

CLITICS = ("'s", "'re", "'ve", "'ll", "'d", "'m")          # after a stem, any case
FUSED = {'cannot': 3, 'gonna': 3, 'gotta': 3, 'wanna': 3, 'gimme': 3, 'lemme': 3, 'dont': 2,
         'didnt': 3, 'doesnt': 4, 'isnt': 2, 'wasnt': 3, 'wont': 2, 'cant': 2, 'couldnt': 5,
         'wouldnt': 5, 'shouldnt': 6, 'havent': 4, 'hasnt': 3, 'arent': 3, 'werent': 4,
         'ive': 1, 'im': 1}
PREFIXES = frozenset('e co re pre non anti post'.split())  # "e-mail" and "co-op" stay whole
ENDS = frozenset('.!?')                                    # any mixture is one token: "?!"
RUNS = frozenset('*-_=~#+<>')                              # equal marks in a row are one token
UNITS = frozenset('am pm k m mm bn km kg cm ft mph'.split())  # "7pm", "20k": two tokens
FACES = (':-)', ':-(', ';-)', ':)', ':(', ';)', ':D', ':P', ':-D', '<3', ':/')


def is_space(ch):
    return ord(ch) in SPACES


def is_digit(ch):
    return '0' <= ch <= '9'


def is_letter(ch):
    """ASCII letters, and code points above ASCII that are neither space nor symbol."""
    code = ord(ch)
    if code < 0x80:
        return 'a' <= ch <= 'z' or 'A' <= ch <= 'Z'
    return code not in SPACES and not any(lo <= code <= hi for lo, hi in SYMBOLS)


def is_alnum(ch):
    return is_digit(ch) or is_letter(ch)


def ascii_lower(text):
    """Lower-cases A-Z only."""
    return ''.join(chr(ord(c) + 32) if 'A' <= c <= 'Z' else c for c in text)


def chunks(text):
    """Half-open (begin, end) code point ranges without white space."""
    begin = None
    for i, ch in enumerate(text):
        if is_space(ch):
            if begin is not None:
                yield begin, i
            begin = None
        elif begin is None:
            begin = i
    if begin is not None:
        yield begin, len(text)


def trimmed_end(text, begin, end):
    """`end` less the closing punctuation that ends an address."""
    while end > begin and text[end - 1] in '.,;:!?)]}>"\'\u2019\u201d':
        end -= 1
    return end


def address_end(text, begin, end):
    """The end of a web or mail address that begins here, else None."""
    lower = ascii_lower(text[begin:end])
    if lower.startswith(('http://', 'https://', 'ftp://', 'www.')):
        return trimmed_end(text, begin, end)
    stop = begin
    while stop < end and (is_alnum(text[stop]) or text[stop] in '._-+@'):
        stop += 1
    stop = trimmed_end(text, begin, stop)
    at = text.find('@', begin, stop)
    return stop if at > begin and text.find('.', at, stop) > at else None


def number_end(text, begin, end):
    """Digits with inner . , : / (between digits), and the letters after them but a unit."""
    phone = phone_end(text, begin, end)
    if phone:
        return phone
    i = begin
    while i < end:
        if is_digit(text[i]):
            i += 1
        elif text[i] in '.,:/' and i + 1 < end and is_digit(text[i + 1]):
            i += 2
        else:
            break
    digits = i
    while i < end and is_alnum(text[i]):
        i += 1
    return digits if ascii_lower(text[digits:i]) in UNITS else i


def phone_end(text, begin, end):
    """The end of "713-853-3989" or "345-9945", else None."""
    i, groups = begin, []
    while True:
        start = i
        while i < end and is_digit(text[i]):
            i += 1
        groups.append(i - start)
        if i + 1 < end and text[i] == '-' and is_digit(text[i + 1]):
            i += 1
        else:
            break
    alone = i == end or not is_alnum(text[i])
    return i if alone and groups in ([3, 3, 4], [3, 4]) else None


def initials_end(text, begin, end):
    """The end of "U.S.", "a.m.", "J.": single letters each with a full stop, else None."""
    i = begin
    while i + 1 < end and is_letter(text[i]) and text[i + 1] == '.':
        i += 2
    if i == begin:
        return None
    if i < end and is_letter(text[i]) and (i + 1 == end or not is_alnum(text[i + 1])):
        i += 1                                             # "U.S" and "U.N.O" without last stop
    elif i < end and is_alnum(text[i]):
        return None
    if i - begin == 2 and not 'A' <= text[begin] <= 'Z':
        return None                                        # "x." ends a sentence
    return i


def name_end(text, begin, end):
    """A run of letters and digits with inner apostrophes, ampersands, dots of a host name."""
    i = begin
    while i < end:
        ch = text[i]
        following = text[i + 1] if i + 1 < end else ' '
        if is_alnum(ch) or (ch == '_' and is_alnum(following)):
            i += 1
        elif ch in APOSTROPHES and is_letter(following):
            i += 1
        elif ch == '&' and 'A' <= text[i - 1] <= 'Z' and 'A' <= following <= 'Z':
            i += 1
        elif ch == '-' and is_alnum(following) and ascii_lower(text[begin:i]) in PREFIXES:
            i += 1
        elif ch == '.' and is_alnum(following) and host_part(text, i + 1, end):
            i += 1
        else:
            break
    if i < end and text[i] == '.' and ascii_lower(text[begin:i]) in ABBREVIATIONS:
        return i + 1
    return i


def host_part(text, begin, end):
    """Whether labels from here on end in a known domain ("bbc" of "news.bbc.co.uk")."""
    i = begin
    while i < end and (is_alnum(text[i]) or text[i] in '.-'):
        i += 1
    return ascii_lower(text[begin:i].rstrip('.')).rsplit('.', 1)[-1] in DOMAINS


def token_end(text, begin, end):
    ch = text[begin]
    following = text[begin + 1] if begin + 1 < end else ' '
    address = address_end(text, begin, end)
    if address and address > begin:
        return address
    for face in FACES:
        if text.startswith(face, begin) and begin + len(face) == end:
            return end
    if is_digit(ch) or (ch == '.' and is_digit(following)):
        return number_end(text, begin, end)
    if is_letter(ch):
        return initials_end(text, begin, end) or name_end(text, begin, end)
    if ch == '@' and is_alnum(following) or ch == '#' and is_letter(following):
        return name_end(text, begin + 1, end)
    if ch in APOSTROPHES:
        clitic = ascii_lower(text[begin + 1:begin + 3])
        for size in (2, 1):
            if "'" + clitic[:size] in CLITICS and not (
                    begin + 1 + size < end and is_alnum(text[begin + 1 + size])):
                return begin + 1 + size                    # a clitic after a symbol: "%'s"
        return begin + 2 if following == ch else begin + 1
    if ch in ENDS or ch in RUNS:
        i = begin
        while i < end and (text[i] in ENDS if ch in ENDS else text[i] == ch):
            i += 1
        return i
    return begin + 1


def clitic_cut(token):
    """Where the clitic of a token begins, or None."""
    lower = ascii_lower(token)
    if lower in FUSED:
        return FUSED[lower]
    plain = ''.join("'" if ch in APOSTROPHES else ch for ch in lower)
    if len(plain) > 3 and plain.endswith("n't"):
        return len(plain) - 3
    for clitic in CLITICS:
        if len(plain) > len(clitic) and plain.endswith(clitic):
            return len(plain) - len(clitic)
    return None


def split_words(text):
    """[(begin, end, joined)]: code point ranges in order; joined = no token starts here."""
    words = []
    for chunk_begin, chunk_end in chunks(text):
        at = chunk_begin
        while at < chunk_end:
            stop = token_end(text, at, chunk_end)
            joined = False
            if words and words[-1][1] == at and at > chunk_begin and text[at] in APOSTROPHES:
                previous = text[at - 1]
                # The possessive of a plural, "voters'", and clitics after a symbol.
                joined = (stop == at + 1 and previous in 'sS' and stop == chunk_end) or \
                    stop > at + 1 and is_letter(text[at + 1])
            cut = clitic_cut(text[at:stop]) if is_letter(text[at]) else None
            if cut:
                words.append((at, at + cut, joined))
                words.append((at + cut, stop, True))
            else:
                words.append((at, stop, joined))
            at = stop
    return words
