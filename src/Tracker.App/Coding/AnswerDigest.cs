using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tracker.Data.Entities;

namespace Tracker.App.Coding;

/// <summary>
/// Ties a blind answer to its entry in the audit log without telling it: the digest covers the answer's id, which is random, so that
/// nobody finds the answer by trying the few that are possible.
/// </summary>
public static class AnswerDigest
{
    /// <returns>SHA-256 in 64 lower-case hexadecimal digits over one field a line; moments in milliseconds since the year 1.</returns>
    public static string Of(CodingAnswer answer)
    {
        string[] fields =
        [
            answer.Id, answer.SampleId, answer.Position.ToString(CultureInfo.InvariantCulture), answer.Coder, answer.Revision.ToString(CultureInfo.InvariantCulture),
            (answer.At.UtcTicks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture), answer.IsCommitment.ToString(), answer.Status.ToString() ?? "",
            answer.Specificity.ToString() ?? "", string.Concat(answer.Evidence), answer.Reason,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fields))));
    }
}
