using Tracker.Core.Deciding;

namespace Tracker.App.Auditing;

/// <summary>What the audit log tells apart.</summary>
public static class AuditKinds
{
    public const string Account = "account";
    public const string Login = "login";
    public const string Token = "token";
    public const string Decision = AuditChain.Decisions;

    /// <summary>双人盲评.</summary>
    public const string Coding = "coding";

    public const string Import = "import";
    public const string Run = "run";
    public const string Publication = "publication";
    public const string Mail = "mail";
    public const string Schedule = "schedule";

    public static readonly IReadOnlyList<string> All = [Account, Login, Token, Decision, Coding, Import, Run, Publication, Mail, Schedule];
}
