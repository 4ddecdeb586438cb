namespace Tracker.App.Auditing;

/// <summary>Who acts in this request, job or command. Each has its own.</summary>
public sealed class Actor
{
    public const string Nobody = "anonymous";
    public const string CommandLine = "command";
    public const string Schedule = "system";

    /// <summary>What the audit log writes: a user's e-mail address, or one of the names above.</summary>
    public string Name { get; private set; } = Schedule;

    /// <summary>Null where no user acts.</summary>
    public string? UserId { get; private set; }

    public void Is(string name, string? userId = null) => (Name, UserId) = (name, userId);
}
