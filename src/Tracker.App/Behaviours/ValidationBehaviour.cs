using FluentValidation;
using MediatR;

namespace Tracker.App.Behaviours;

/// <summary>Refuses a request that its validators do not accept, before anything else happens.</summary>
public sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    /// <exception cref="ValidationException">Names every field that is wrong.</exception>
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = new List<FluentValidation.Results.ValidationFailure>();
        foreach (var validator in validators)
        {
            failures.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors);
        }

        return failures.Count == 0 ? await next() : throw new ValidationException(failures);
    }
}
