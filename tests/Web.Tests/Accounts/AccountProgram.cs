using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Auditing;
using Tracker.Data;

namespace Tracker.Web.Tests.Accounts;

/// <summary>The use cases on a database, as a program has them, with a clock that can be set.</summary>
internal sealed class AccountProgram(DatabaseSettings settings) : IAsyncDisposable
{
    public const string Password = "落实情况要一条一条地核对";

    /// <summary>Hashing a password is slow on purpose; what is tested is not how slow.</summary>
    public const int Iterations = 10;

    private readonly ServiceProvider _services =
        new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new SetClock()).AddTrackerData(settings).AddTrackerApp()
        .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = Iterations).BuildServiceProvider();

    public SetClock Clock => (SetClock)_services.GetRequiredService<TimeProvider>();

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Is("tester@example.org");
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> ReadAsync<T>(Func<TrackerDbContext, Task<T>> question)
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class SetClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
