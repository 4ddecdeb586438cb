namespace Tracker.App.Mail;

/// <summary>An SMTP server's answer: a code and one line of words.</summary>
internal readonly record struct SmtpReply(int Code, string Words, IReadOnlyList<string> Lines)
{
    private static readonly string[] AboutAddress = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

    public bool IsPositive => Code is >= 200 and < 400;

    public bool IsPassing => Code is >= 400 and < 500;

    /// <summary>Whether it says that there is no such address, when it answers to a recipient.</summary>
    public bool IsAboutAddress => EnhancedCode is { } code ? AboutAddress.Contains(code) : Code is 550 or 551 or 553;

    private string? EnhancedCode => Words.Split(' ') is [var first, ..] && first.Count(character => character == '.') == 2 && char.IsAsciiDigit(first[0]) ? first : null;

    /// <summary>Whether EHLO named this extension, and what it said of it; null where it did not.</summary>
    public string? Extension(string name) => Lines.Skip(1).Select(line => line.Trim())
        .FirstOrDefault(line => line.Equals(name, StringComparison.OrdinalIgnoreCase) || line.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase));

    public override string ToString() => PlainLine.Of(FormattableString.Invariant($"{Code} {Words}"), 300);
}
