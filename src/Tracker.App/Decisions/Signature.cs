using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data;

namespace Tracker.App.Decisions;

/// <summary>署名: how a decision names its author to everyone. Never an e-mail address.</summary>
public sealed class Signature(TrackerDbContext db, Actor actor)
{
    /// <summary>For whoever cannot be named otherwise.</summary>
    public const string Unnamed = "审核员";

    /// <summary>For what nobody in person did.</summary>
    public const string ByCommand = "命令行", BySchedule = "系统";

    /// <summary>Enough of an account's random id to tell a few people apart.</summary>
    private const int Distinguishing = 4;

    private string? _ofActor;

    /// <summary>The name that the account in charge chose; without one a name that tells accounts apart and says nothing else.</summary>
    public async Task<string> OfActorAsync(CancellationToken cancellation)
    {
        switch (actor.Name)
        {
            case Actor.CommandLine: return ByCommand;
            case Actor.Schedule: return BySchedule;
        }

        if (_ofActor is not null) return _ofActor;
        var account = await db.Users.AsNoTracking().Where(user => user.UserName == actor.Name)
            .Select(user => new { user.Id, user.DisplayName }).FirstOrDefaultAsync(cancellation);
        return _ofActor = account switch
        {
            null => Unnamed,
            { DisplayName.Length: > 0 } => account.DisplayName,
            _ => $"{Unnamed} {account.Id[..Distinguishing]}",
        };
    }

    /// <summary>Decisions of earlier versions carry no name.</summary>
    public static string Of(string signedAs) => signedAs.Length > 0 ? signedAs : Unnamed;

    /// <summary>As readers of a language see it: names stay, what stands for one is said in their words. Stored, sealed and handed out as data it stays as it was written.</summary>
    public static string In(StandIns words, string signedAs) => Of(signedAs) switch
    {
        Unnamed => words.Auditor,
        ByCommand => words.CommandLine,
        BySchedule => words.Schedule,
        var coded when coded.Length == Unnamed.Length + 1 + Distinguishing && coded.StartsWith(Unnamed + " ", StringComparison.Ordinal) => words.Auditor + coded[Unnamed.Length..],
        var name => name,
    };

    /// <summary>What stands in for a name, in one language.</summary>
    public sealed record StandIns(string Auditor, string CommandLine, string Schedule);
}
