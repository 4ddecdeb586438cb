using MediatR;
using Tracker.App.Coding;
using Tracker.Data;

namespace Tracker.App.Behaviours;

/// <summary>
/// Keeps from whoever asks what they judge blind: every request named <c>Query</c>, whatever page, API or export it is for, reads without it.
/// A <c>Command</c> sees all, since figures must be summed up and decisions placed over everything that there is.
/// </summary>
public sealed class VeilBehaviour<TRequest, TResponse>(TrackerDbContext db, Veil veil) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public const string Reading = "Query";

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        db.Veiled = typeof(TRequest).Name == Reading ? await veil.SamplesAsync(cancellationToken) : [];
        return await next();
    }
}
