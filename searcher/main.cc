// searcher: ranked answers from a news archive.
#include "common/cli/program.h"
#include "searcher/commands/program.h"

int main(int argc, char** argv) {
  return broadsheet::run_program(broadsheet::searcher_program(), argc, argv);
}
