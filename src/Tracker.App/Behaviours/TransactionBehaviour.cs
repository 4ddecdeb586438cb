using MediatR;
using Tracker.Data;

namespace Tracker.App.Behaviours;

/// <summary>Marks a request that happens wholly or not at all. It may be run again from the start when others write at the same time.</summary>
public interface ITransactional;

/// <summary>Runs an <see cref="ITransactional"/> request inside one transaction and saves what it changed.</summary>
public sealed class TransactionBehaviour<TRequest, TResponse>(TrackerDbContext db, AfterCommit after) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ITransactional) return await next();
        var answer = await db.WriteAsync(
            _ =>
            {
                after.Forget();
                return next();
            },
            cancellationToken);
        after.Run();
        return answer;
    }
}
