#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "cli/casebook_commands.h"
#include "cli/copies_command.h"
#include "cli/exit_status.h"
#include "cli/extract_command.h"
#include "cli/limits_command.h"
#include "cli/read_command.h"
#include "cli/search_commands.h"
#include "cli/serve_command.h"
#include "cli/show_command.h"

namespace afterword {
namespace {

/// What the arguments say is to be done; set by the command that was named.
using Action = std::function<int()>;

const std::map<std::string, OutputFormat> kOutputFormats{
    {"table", OutputFormat::kTable}, {"json", OutputFormat::kJson}, {"csv", OutputFormat::kCsv}};
const std::map<std::string, SortBy> kSorts{{"relevance", SortBy::kRelevance},
                                           {"date", SortBy::kDate}};

class CommandLine {
 public:
  CommandLine() {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", std::string("afterword ") + AFTERWORD_VERSION);
    app_.failure_message(CLI::FailureMessage::help);
    AddRead();
    AddExtract();
    AddSearch();
    AddStatements();
    AddCopies();
    AddShow();
    AddServe();
    AddUpkeep();
  }

  int Run(int count, char** arguments) {
    try {
      app_.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
      const bool is_help = error.get_exit_code() == 0;
      app_.exit(error);
      return is_help ? kAllWell : kNothingDone;
    }
    return action_();
  }

 private:
  /// A command whose arguments `run` is called with.
  template <typename Arguments>
  CLI::App* Add(const std::string& name, const std::string& help,
                const std::shared_ptr<Arguments>& arguments, int (*run)(const Arguments&)) {
    CLI::App* command = app_.add_subcommand(name, help);
    command->callback([this, arguments, run] { action_ = [=] { return run(*arguments); }; });
    return command;
  }

  static void AddCasebook(CLI::App* command, std::string& casebook) {
    command->add_option("--casebook", casebook, "the casebook: one file")
        ->envname("AFTERWORD_CASEBOOK")
        ->type_name("FILE")
        ->required();
  }

  static void AddFormat(CLI::App* command, OutputFormat& format) {
    command->add_option("--format", format, "table (for people), json or csv")
        ->transform(CLI::CheckedTransformer(kOutputFormats));
  }

  void AddRead() {
    const auto arguments = std::make_shared<ReadArguments>();
    CLI::App* command = Add("read", "Read reports into a casebook", arguments, RunRead);
    command->add_option("path", arguments->paths, "files, folders, or - for standard input")
        ->required();
    AddCasebook(command, arguments->casebook);
    command->add_option("--threads", arguments->threads, "threads (default: one a core)");
    command->add_flag("--report", arguments->report,
                      "one line for each item once it is on the disk: address, outcome, document");
  }

  void AddExtract() {
    const auto arguments = std::make_shared<ExtractArguments>();
    CLI::App* command =
        Add("extract", "Print what is found in reports, without a casebook", arguments, RunExtract);
    command->add_option("path", arguments->paths, "files, folders, or - for standard input")
        ->required();
    const std::map<std::string, ExtractFormat> formats{{"jsonl", ExtractFormat::kJsonl},
                                                       {"text", ExtractFormat::kText}};
    command->add_option("--format", arguments->format, "jsonl (for programs) or text (for people)")
        ->transform(CLI::CheckedTransformer(formats));
    command->add_option("--threads", arguments->threads, "threads (default: one a core)");
  }

  void AddSearch() {
    const auto arguments = std::make_shared<SearchArguments>();
    CLI::App* command = Add("search", "Find documents", arguments, RunSearch);
    command->add_option(
        "query", arguments->query,
        "words, \"phrases\", OR, -not, speaker:, publisher:, date:2024-01..2024-06");
    AddCasebook(command, arguments->casebook);
    AddFormat(command, arguments->format);
    command->add_option("--sort", arguments->sort, "relevance or date")
        ->transform(CLI::CheckedTransformer(kSorts));
    command->add_option("--limit", arguments->limit, "results at most")->capture_default_str();
  }

  void AddStatements() {
    const auto arguments = std::make_shared<StatementsArguments>();
    StatementFilter& filter = arguments->filter;
    CLI::App* command = Add("statements", "Find who said what", arguments, RunStatements);
    command->add_option("--speaker", filter.speaker, "words of the speaker's name");
    command->add_option("--about", filter.about, "words in what was said");
    command->add_option("--query", filter.query, "any query, as for search");
    command->add_option("--from", filter.from, "published on this date or later");
    command->add_option("--to", filter.to, "published on this date or earlier");
    command->add_option("--kind", filter.kind, "direct, indirect or mixed");
    command->add_option("--force", filter.force,
                        "assert, deny, promise, urge, expect, ask or refuse");
    AddCasebook(command, arguments->casebook);
    AddFormat(command, arguments->format);
    command->add_option("--limit", arguments->limit, "results at most")->capture_default_str();
  }

  void AddCopies() {
    const auto arguments = std::make_shared<CopiesArguments>();
    CLI::App* command =
        Add("copies", "List stories that came more than once, and what each copy adds or drops",
            arguments, RunCopies);
    AddCasebook(command, arguments->casebook);
    command->add_option("--window", arguments->window_days, "days that copies lie apart, at most")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    AddFormat(command, arguments->format);
  }

  void AddShow() {
    const auto arguments = std::make_shared<ShowArguments>();
    CLI::App* command =
        Add("show", "Show one document and what was found in it", arguments, RunShow);
    AddReference(command, arguments->reference);
    AddCasebook(command, arguments->casebook);
    const std::map<std::string, ShowFormat> formats{{"text", ShowFormat::kText},
                                                    {"json", ShowFormat::kJson}};
    command->add_option("--format", arguments->format, "text (for people) or json")
        ->transform(CLI::CheckedTransformer(formats));
  }

  void AddServe() {
    const auto arguments = std::make_shared<ServeArguments>();
    CLI::App* command =
        Add("serve", "Serve the page and the API on this machine", arguments, RunServe);
    AddCasebook(command, arguments->casebook);
    command->add_option("--port", arguments->port, "port on 127.0.0.1 (default: any that is free)");
    command->add_flag_callback(
        "--open", [arguments] { arguments->open = OpenPage::kYes; }, "open the page in a browser");
  }

  void AddUpkeep() {
    AddVerify();
    AddBackup();
    AddRemove();
    AddFailures();
    AddLimits();
  }

  void AddVerify() {
    const auto arguments = std::make_shared<VerifyArguments>();
    AddCasebook(
        Add("verify", "Read every quotation again against its document", arguments, RunVerify),
        arguments->casebook);
  }

  void AddBackup() {
    const auto arguments = std::make_shared<BackupArguments>();
    CLI::App* command =
        Add("backup", "Copy a casebook, also while it is in use", arguments, RunBackup);
    command->add_option("file", arguments->path, "the copy; must not exist")->required();
    AddCasebook(command, arguments->casebook);
  }

  void AddRemove() {
    const auto arguments = std::make_shared<RemoveArguments>();
    CLI::App* command = Add("remove", "Take a document out for good", arguments, RunRemove);
    AddReference(command, arguments->reference);
    command->add_option("--by", arguments->removed_by, "who removes it")->required();
    command->add_option("--reason", arguments->reason, "why")->required();
    AddCasebook(command, arguments->casebook);
  }

  void AddFailures() {
    const auto arguments = std::make_shared<FailuresArguments>();
    CLI::App* command =
        Add("failures", "List what could not be read, and why", arguments, RunFailures);
    AddCasebook(command, arguments->casebook);
    AddFormat(command, arguments->format);
  }

  void AddLimits() {
    const auto arguments = std::make_shared<LimitsArguments>();
    AddFormat(Add("limits", "List the limits on what is read", arguments, RunLimits),
              arguments->format);
  }

  static void AddReference(CLI::App* command, std::string& reference) {
    command
        ->add_option("document", reference, "its number, its given id, or the start of its digest")
        ->required();
  }

  CLI::App app_{
      "Afterword reads reports, keeps every word to its source, and sees that lessons are "
      "learned.",
      "afterword"};
  Action action_;
};

}  // namespace

int RunCommandLine(int count, char** arguments) { return CommandLine().Run(count, arguments); }

}  // namespace afterword
