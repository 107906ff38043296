"""How the gazetteer compares names, and which of GeoNames' alternate names are
worth keeping.

fold_name() must agree with fold_name() of common/text/fold.h; a test of the
program holds the two together by folding every name of the data file again.
"""

import functools
import re
import unicodedata

RESPELLED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
    "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ə": "e", "ĸ": "k",
    "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a",
    "\u0629": "\u0647", "\u06a9": "\u0643",
}
APOSTROPHES = set("'’‘ʼʻ`")
DROPS_MARKS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "COMBINING")


@functools.lru_cache(maxsize=None)
def folded_character(c):
    """None for what separates words."""
    if c in APOSTROPHES or c == "\u0640":
        return ""
    category = unicodedata.category(c)
    if category in ("Mn", "Mc", "Me") or c in "\u00ad\u200c\u200d":
        return ""
    if not (category[0] == "L" or category in ("Nd", "Nl", "No")):
        return None
    if "\uac00" <= c <= "\ud7a3":
        return c
    folded = ""
    drops = True
    for part in unicodedata.normalize("NFKD", c):
        if unicodedata.category(part) == "Mn" and drops:
            continue
        drops = unicodedata.name(part, "").startswith(DROPS_MARKS)
        part = part.casefold() if len(part.casefold()) == 1 else part
        folded += RESPELLED.get(part, part)
    return folded


def fold_name(text):
    words = [""]
    for c in text:
        folded = folded_character(c)
        if folded is None:
            if words[-1]:
                words.append("")
        else:
            words[-1] += folded
    return " ".join(word for word in words if word)


@functools.lru_cache(maxsize=None)
def script(c):
    return unicodedata.name(c, "").split(" ")[0]


def script_of(name):
    """The one script of a name's letters, or None when it has several."""
    scripts = {script(c) for c in name if c.isalpha()}
    return scripts.pop() if len(scripts) == 1 else None


AIRPORT = re.compile(r"[A-Z]{2,4}$")
# What other languages put before a town's name.
PREFIXES = tuple("""lungsod kota bandar ciutat cathair gorad gorod grad thanh
horad mesto misto obec commune municipio municipality communaute kommun
kommune stadt city gmina rayon raion oras orasul comuna ciudad cidade citta
ville villa""".split())


def worth_keeping(name, primary):
    """A Latin-script alternate that an article could use. `primary` is the
    folded preferred name: what only adds words to it is no new name."""
    if script_of(name) != "LATIN" or not name[0].isupper():
        return False
    if any(c.isdigit() or c in "/(),;:[]" for c in name):
        return False
    key = fold_name(name)
    words = key.split(" ")
    if len(key.replace(" ", "")) < 5 or len(words) > 4:
        return False
    if AIRPORT.match(name) or any(len(word) == 1 for word in words):
        return False
    known = primary.split(" ")
    if len(words) > len(known) and set(known) <= set(words):
        return False
    return words[0] not in PREFIXES


NATIVE_SCRIPTS = ("CYRILLIC", "ARABIC", "CJK", "HEBREW", "GREEK", "HANGUL",
                  "KATAKANA")


def native(name):
    """A name in one of the scripts kept for large cities."""
    return (script_of(name) in NATIVE_SCRIPTS and
            not any(c.isdigit() or c in "(),;:/،" for c in name) and
            len(name.split()) <= 4)


SAINTS = (("saint ", "st "), ("sainte ", "ste "), ("mount ", "mt "),
          ("fort ", "ft "), ("port ", "pt "))


def variants(name):
    """Other ways in which English writes the same name: Saint, St. ..."""
    key = fold_name(name)
    found = []
    for long, short in SAINTS[:4]:
        for a, b in ((long, short), (short, long)):
            if key.startswith(a):
                found.append(b + key[len(a):])
            elif " " + a in key:
                found.append(key.replace(" " + a, " " + b))
    if " and " in key:
        found.append(key.replace(" and ", " "))
    if "-" in name and key.count(" ") == 1:
        found.append(key.replace(" ", ""))
    return found


DISTRICT_WORDS = re.compile(
    r"^(city and borough of|metropolitan borough of|royal borough of|"
    r"london borough of|borough of|city and county of|city of|county of|"
    r"county|district of|province of|provincia de|provincia di|"
    r"provincia autonoma di|provincia della|regierungsbezirk|co) | "
    r"(county|parish|borough|shire|municipality|census area|"
    r"city and borough|district|regional district|regional municipality|"
    r"united counties|city|region|oblast|province|governorate|state|kray|"
    r"republic|district municipality|municipal district)$")


def short_district(key):
    """"orange county" -> "orange"; None when there is nothing to take off."""
    shorter = DISTRICT_WORDS.sub("", key).strip()
    return shorter if shorter and shorter != key else None
