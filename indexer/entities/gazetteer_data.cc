// Takes the data file in as it is: the assembler reads it, so the compiler
// never sees two megabytes of numbers. The build names the file.
#include "indexer/entities/gazetteer_data.h"

asm(".pushsection .rodata\n"
    ".global broadsheet_gazetteer_begin\n"
    ".global broadsheet_gazetteer_end\n"
    ".balign 16\n"
    "broadsheet_gazetteer_begin:\n"
    ".incbin \"" BROADSHEET_GAZETTEER
    "\"\n"
    "broadsheet_gazetteer_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" const std::uint8_t broadsheet_gazetteer_begin[];
extern "C" const std::uint8_t broadsheet_gazetteer_end[];

namespace broadsheet {

std::span<const std::uint8_t> gazetteer_data() {
  return {broadsheet_gazetteer_begin, broadsheet_gazetteer_end};
}

}  // namespace broadsheet
