"""Writes the one data file that indexer/entities/gazetteer_loader.cc
reads; the format is described at the head of gazetteer_loader.h there."""

import gzip
import io
import struct

MAGIC = b"broadsheet gazetteer 1\n"

# Flags of a name, in the order of their bits.
PRIMARY, SHOWN, ABBREVIATION, COMMON_WORD, PERSON, FOREIGN, SHORT, USUAL = (
    1 << bit for bit in range(8))


def shared_prefix(a, b):
    length = 0
    limit = min(len(a), len(b), 255)
    while length < limit and a[length] == b[length]:
        length += 1
    return length


def title(key):
    """The name that is not written out, because its folded form tells it."""
    return " ".join(word[:1].upper() + word[1:] for word in key.split(" "))


def planes(values, count):
    """Numbers byte by byte: all lowest bytes first, then the next ones."""
    return b"".join(bytes(value >> (8 * plane) & 255 for value in values)
                    for plane in range(count))


def rounded(population):
    """Two significant digits as exponent * 100 + mantissa."""
    exponent = 0
    while population > 99:
        population = (population + 5) // 10
        exponent += 1
    return exponent * 100 + population


class FrontCoder:
    """Sorted keys, each without what it shares with the one before."""

    def __init__(self):
        self.out = bytearray()
        self.previous = b""

    def add(self, key, tail):
        raw = key.encode()
        shared = shared_prefix(raw, self.previous)
        while shared < len(raw) and raw[shared] & 0xC0 == 0x80:
            shared -= 1
        self.out += bytes([shared]) + raw[shared:] + b"\0" + tail
        self.previous = raw


def names_section(names, number):
    """`names` rows are (key, rank, place, flags) in file order; `number` maps
    places to their position. Returns the section and the alternates' places."""
    coder = FrontCoder()
    alternates = []
    for key, _, place, flags in names:
        tail = b""
        if flags & PRIMARY:
            if place.name != title(key):
                flags |= SHOWN
                tail = place.name.encode() + b"\0"
        else:
            alternates.append(number[place])
        coder.add(key, bytes([flags]) + tail)
    return bytes(coder.out), alternates


def place_section(places, divisions):
    number = {code: i for i, code in enumerate(divisions)}
    columns = (
        planes([p.id for p in places], 4),
        bytes(p.kind | p.capital << 3 | p.seat << 4 for p in places),
        planes([number[p.division] for p in places], 2),
        bytes(p.county for p in places),
        planes([round((p.lat + 90) * 100) for p in places], 2),
        planes([round((p.lon + 180) * 100) for p in places], 2),
        planes([rounded(p.population) for p in places], 2),
    )
    return b"".join(columns)


def write(path, names, links, demonyms):
    """names: sorted (key, rank, place, flags); links: (from, type, to);
    demonyms: {key: [place]}."""
    places = [row[2] for row in names if row[3] & PRIMARY]
    number = {place: i for i, place in enumerate(places)}
    divisions = sorted({p.division for p in places} | {""})
    name_bytes, alternates = names_section(names, number)
    coder = FrontCoder()
    for key in sorted(demonyms, key=str.encode):
        targets = demonyms[key]
        coder.add(key, bytes([len(targets)]) + b"".join(
            struct.pack("<I", number[place]) for place in targets))
    sections = (
        struct.pack("<III", len(places), len(names), len(demonyms)),
        "\n".join(divisions).encode() + b"\n",
        name_bytes,
        planes(alternates, 3),
        place_section(places, divisions),
        b"".join(struct.pack("<III", number[a], kind, number[b])
                 for a, kind, b in links),
        bytes(coder.out),
    )
    raw = io.BytesIO()
    raw.write(MAGIC)
    for section in sections:
        raw.write(struct.pack("<I", len(section)))
        raw.write(section)
    with open(path, "wb") as file:
        with gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
            packed.write(raw.getvalue())
    return len(places), len(names), len(raw.getvalue())
