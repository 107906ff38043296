#!/usr/bin/env python3
"""Prints data/country_names.tsv: what countries are called in the languages
that news archives are most often in, from CLDR through the ICU of the system.

    dump_country_names.py > ../data/country_names.tsv

Run by hand when ICU has grown; make_gazetteer.py reads the committed table.
"""

import ctypes
import ctypes.util
import re

LANGUAGES = ("en de fr es it pt nl sv da nb fi pl cs hu ro tr id "
             "ru uk bg sr el ar fa he hi zh zh_Hant ja ko").split()


def icu():
    """The ICU library and the suffix its functions carry."""
    name = ctypes.util.find_library("icuuc")
    suffix = "_" + re.search(r"so\.(\d+)", name).group(1)
    return ctypes.CDLL(name), suffix


def display_country(library, suffix, country, language):
    function = getattr(library, "uloc_getDisplayCountry" + suffix)
    buffer = (ctypes.c_uint16 * 200)()
    error = ctypes.c_int(0)
    length = function(("und_" + country).encode(), language.encode(),
                      buffer, 200, ctypes.byref(error))
    return bytes(buffer)[:2 * length].decode("utf-16-le")


def countries(library, suffix):
    function = getattr(library, "uloc_getISOCountries" + suffix)
    function.restype = ctypes.POINTER(ctypes.c_char_p)
    codes = function()
    i = 0
    while codes[i]:
        yield codes[i].decode()
        i += 1


def main():
    library, suffix = icu()
    print("# What countries are called, by language. Unicode CLDR, through "
          "ICU %s;\n# Unicode licence. Made by train/dump_country_names.py.\n"
          "# code, then language=name ..." % suffix.strip("_"))
    for country in countries(library, suffix):
        names = []
        for language in LANGUAGES:
            name = display_country(library, suffix, country, language)
            if name != country:
                names.append(language + "=" + name)
        print("\t".join([country] + names))


main()
