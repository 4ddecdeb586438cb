using MediatR;
using Tracker.Data;

namespace Tracker.App.Behaviours;

/// <summary>Marks a request that happens wholly or not at all. It may be run again from the start when others write at the same time.</summary>
public interface ITransactional;

/// <summary>Runs an <see cref="ITransactional"/> request inside one transaction and saves what it changed.</summary>
public sealed class TransactionBehaviour<TRequest, TResponse>(TrackerDbContext db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is ITransactional ? db.WriteAsync(_ => next(), cancellationToken) : next();
}
