namespace Tracker.Cli;

/// <summary>What a script learns from a command's end.</summary>
public static class ExitStatus
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int UnusableInput = 3;
}
