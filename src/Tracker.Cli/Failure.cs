using System.Data.Common;
using FluentValidation;
using Tracker.App;
using Tracker.App.Mail;
using Tracker.App.SecondReading;
using Tracker.Data;

namespace Tracker.Cli;

/// <summary>What went wrong, as one line for a person and a status for a script.</summary>
internal sealed record Failure(int Status, string Code, string Message)
{
    public static Failure Of(Exception exception) => exception switch
    {
        UnusableInputException unusable => new(ExitStatus.UnusableInput, unusable.Code, unusable.Message),
        CommandFailedException failed => new(ExitStatus.Failed, failed.Code, failed.Message),
        ValidationException invalid => new(ExitStatus.WrongUsage, "usage", string.Join(' ', invalid.Errors.Select(error => error.ErrorMessage))),
        DatabaseSettingsException settings => new(ExitStatus.WrongUsage, "settings", settings.Message),
        OperationCanceledException => new(ExitStatus.Failed, "cancelled", "The command was stopped. What was finished is kept; run it again for the rest."),
        MailServerException server => new(ExitStatus.Failed, "mail", server.Message),
        ReaderServerException reader => new(ExitStatus.Failed, "reader", $"{reader.Message} Check Tracker__Reader__Endpoint, Model and Key."),
        DatabaseCopyException copy => new(ExitStatus.Failed, "backup", copy.Message),
        DbException database => new(ExitStatus.Failed, "database", $"{database.Message} Check that the database can be reached and written."),
        UnauthorizedAccessException or IOException => new(ExitStatus.Failed, "file", $"{exception.Message} Check the path, its permissions and the free space."),
        NotSupportedException => new(ExitStatus.Failed, "unsupported", exception.Message),
        { InnerException: DbException inner } => Of(inner),

        // Settings are read when something first needs them, and whoever needed them says only that it could not be made.
        { InnerException: DatabaseSettingsException or { InnerException: DatabaseSettingsException } } => Of(exception.InnerException),
        _ => new(ExitStatus.Failed, "internal", $"{exception.GetType().Name}: {exception.Message} This is a fault of the program: please report it."),
    };

    public string Line => $"error {Code}: {Message.ReplaceLineEndings(" ")}";
}

/// <summary>The command could not do all of what it was asked to. The message says what is wrong and what to do.</summary>
internal sealed class CommandFailedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
