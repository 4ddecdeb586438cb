using System.CommandLine;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Auditing;
using Tracker.App.Documents;
using Tracker.App.Runs;
using Tracker.Data;

namespace Tracker.Cli;

/// <summary>What every command works with: where it writes, how it ends, and the database where it needs one.</summary>
internal sealed class CommandConsole(TextReader input, TextWriter output, TextWriter errors, Option<string> data)
{
    public TextReader Input { get; } = input;

    public TextWriter Output { get; } = output;

    /// <summary>Gives a command what it does. Whatever goes wrong becomes one line and an exit status.</summary>
    public void Does(Command command, Func<ParseResult, CancellationToken, Task<int>> action) => command.SetAction(async (parsed, cancellation) =>
    {
        try
        {
            return await action(parsed, cancellation);
        }
        catch (Exception exception)
        {
            return Report(exception);
        }
        finally
        {
            await Output.FlushAsync(CancellationToken.None);
        }
    });

    /// <summary>The same for a command on the database, which is brought up to date first.</summary>
    public void DoesWithDatabase(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> action) =>
        Does(command, (parsed, cancellation) => WithDatabaseAsync(parsed, services => action(parsed, services, cancellation), cancellation));

    /// <summary>Opens the database, brings it up to date and asks it something.</summary>
    public async Task<T> WithDatabaseAsync<T>(ParseResult parsed, Func<IServiceProvider, Task<T>> ask, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(Configuration(parsed)).AddSingleton(RunSettings.From(Configuration(parsed))).AddTrackerData(Settings(parsed)).AddTrackerApp().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Is(Actor.CommandLine);
        await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().PrepareAsync(cancellation);
        return await ask(scope.ServiceProvider);
    }

    /// <summary>Reads documents within the limits that the settings name.</summary>
    public DocumentReader Documents(ParseResult parsed) => new(DocumentSettings.From(Configuration(parsed)));

    public DatabaseSettings Settings(ParseResult parsed) => DatabaseSettings.From(Configuration(parsed));

    private IConfiguration Configuration(ParseResult parsed)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables();
        if (parsed.GetValue(data) is { Length: > 0 } directory)
        {
            configuration.AddInMemoryCollection([new("Tracker:DataDirectory", directory)]);
        }

        return configuration.Build();
    }

    public int Report(Exception exception)
    {
        var failure = Failure.Of(exception);
        errors.WriteLine(failure.Line);
        return failure.Status;
    }
}

internal static class Requests
{
    public static Task<TResponse> SendAsync<TResponse>(this IServiceProvider services, IRequest<TResponse> request, CancellationToken cancellation) =>
        services.GetRequiredService<IMediator>().Send(request, cancellation);
}
