using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tracker.Web.Tests.App;

/// <summary>Does something once, just before a table is first read.</summary>
internal sealed class WhenRead(string table, Func<Task> action) : DbCommandInterceptor
{
    private bool _done;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!_done && command.CommandText.Contains(table, StringComparison.Ordinal))
        {
            _done = true;
            await action();
        }

        return result;
    }
}
