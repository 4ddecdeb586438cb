using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>What a person saw of a commitment, in a few characters: an action on something that changed since is refused.</summary>
public static class RowVersion
{
    public static string Of(StoredCommitment row)
    {
        var seen = new StringBuilder(row.Quote).Append('\n').Append(row.Status).Append('\n').Append(row.MachineStatus).Append('\n')
            .Append(row.Standing).Append('\n').Append(CultureInfo.InvariantCulture, $"{row.IsDecided} {row.StaleDecisions}");
        foreach (var item in row.Evidence) seen.Append('\n').Append(item.Quote);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())))[..12];
    }
}
