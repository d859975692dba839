"""A large corpus from a small one: JSONL documents multiplied with changed words.

Every copy gets an id of its own and every 40th word taken from another article, so that no two
texts are the same, vocabulary keeps growing slowly, and names, quotations and lengths stay those
of real articles. The same arguments give the same bytes.
"""
import gzip
import json
import random

CHANGE_EVERY = 40


def read_articles(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def changed(words, donor, seed):
    rng = random.Random(seed)
    words = list(words)
    places = [place for place, word in enumerate(words) if word.isalpha()]
    for place in places[rng.randrange(CHANGE_EVERY) % max(len(places), 1)::CHANGE_EVERY]:
        words[place] = rng.choice(donor)
    return "".join(words)


def multiply(articles, count, path):
    """Writes `count` documents to `path`; returns their number of words and bytes of text."""
    # Words and the white space between them, so that paragraphs stay paragraphs.
    pieces = [split_keeping_space(article["text"]) for article in articles]
    word_count = byte_count = 0
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            source = number % len(articles)
            article = articles[source]
            donor = [w for w in pieces[(number * 31 + 7) % len(articles)] if w.isalpha()] or ["word"]
            text = article["text"] if number < len(articles) else changed(pieces[source], donor, number)
            json.dump({"id": f"{article['id']}-{number}", "title": article["title"],
                       "date": article["date"], "publisher": article["publisher"], "text": text},
                      out, ensure_ascii=False)
            out.write("\n")
            word_count += len(text.split())
            byte_count += len(text.encode("utf-8"))
    return word_count, byte_count


def split_keeping_space(text):
    pieces, begin = [], 0
    for place, character in enumerate(text):
        if place and character.isspace() != text[place - 1].isspace():
            pieces.append(text[begin:place])
            begin = place
    pieces.append(text[begin:])
    return pieces
