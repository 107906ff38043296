// The model file as part of the program, so that it works from any directory.
#include "indexer/entities/model.h"

// NOLINTBEGIN: the assembler's .incbin is what both compilers have
asm(".pushsection .rodata\n"
    ".balign 64\n"
    "broadsheet_names_model:\n"
    ".incbin \"" BROADSHEET_NAMES_MODEL
    "\"\n"
    "broadsheet_names_model_end:\n"
    ".byte 0\n"
    ".popsection\n"
    ".globl broadsheet_names_model, broadsheet_names_model_end\n");
extern "C" const char broadsheet_names_model[];
extern "C" const char broadsheet_names_model_end[];
// NOLINTEND

namespace broadsheet {

const TaggerModel& TaggerModel::embedded() {
  static const TaggerModel model(
      std::string_view(broadsheet_names_model,
                       static_cast<std::size_t>(broadsheet_names_model_end -
                                                broadsheet_names_model)));
  return model;
}

}  // namespace broadsheet
