namespace Tracker.App.Behaviours;

/// <summary>What is left to do once a request's changes are in the database; where they never get there it is not done.</summary>
public sealed class AfterCommit
{
    private readonly List<Action> _steps = [];

    /// <param name="step">Must not fail: what it follows is done.</param>
    public void Add(Action step) => _steps.Add(step);

    internal void Forget() => _steps.Clear();

    internal void Run()
    {
        foreach (var step in _steps) step();
        _steps.Clear();
    }
}
