using Tracker.App.Decisions;

namespace Tracker.Web.Language;

/// <summary>署名 as a page shows it: names stay, what stands for one is in the reader's language.</summary>
public static class SignedName
{
    public static string In(Wording words, string signedAs) =>
        Signature.In(new Signature.StandIns(words["role.auditor"], words["actor.command"], words["actor.system"]), signedAs);
}
