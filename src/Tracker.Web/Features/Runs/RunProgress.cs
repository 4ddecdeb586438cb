using Tracker.Data.Entities;

namespace Tracker.Web.Features.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Total">0 until it is cut into pairs.</param>
/// <param name="SecondsLeft">At the pace so far; null while that cannot be told.</param>
public sealed record RunProgress(
    string Id, RunOutcome Outcome, bool IsOver, int Done, int Total, int Written, int Unchanged, int Failed, int Held, DateTimeOffset StartedAt, int Seconds,
    int? SecondsLeft)
{
    public static RunProgress Of(Run run, DateTimeOffset now) => Of(
        run.Id, run.Outcome, run.FinishedAt, run.Done, run.Total, run.Written, run.Unchanged, run.Failed, run.Held, run.StartedAt, now);

    public static RunProgress Of(ShowRun.Result run, DateTimeOffset now) => Of(
        run.Id, run.Outcome, run.FinishedAt, run.Done, run.Total, run.Written, run.Unchanged, run.Failed, run.Held, run.StartedAt, now);

    private static RunProgress Of(
        string id, RunOutcome outcome, DateTimeOffset? finishedAt, int done, int total, int written, int unchanged, int failed, int held,
        DateTimeOffset startedAt, DateTimeOffset now)
    {
        var seconds = Math.Max(0, (int)((finishedAt ?? now) - startedAt).TotalSeconds);

        // What was found unchanged when the run was cut into pairs took no time.
        var worked = done - unchanged;
        int? left = finishedAt is null && worked > 0 ? (int)Math.Ceiling((double)seconds / worked * (total - done)) : null;
        return new RunProgress(id, outcome, finishedAt is not null, done, total, written, unchanged, failed, held, startedAt, seconds, left);
    }
}
