namespace Tracker.App.Jobs;

/// <summary>All kinds of jobs there are, by name.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public IEnumerable<JobKind> All => _kinds.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal);

    public JobKind? Find(string? name) => name is null ? null : _kinds.GetValueOrDefault(name);

    /// <exception cref="UnusableInputException"><c>unknown-job</c>.</exception>
    public JobKind Get(string name) => Find(name)
        ?? throw new UnusableInputException("unknown-job", $"There is no job '{name}': use one of {string.Join(", ", All.Select(kind => kind.Name))}.");
}
