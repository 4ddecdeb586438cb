using System.Security.Cryptography;
using System.Text;

namespace Tracker.Core.Training;

/// <summary>Tells one set of labels from another, however their files are written.</summary>
public static class LabelsHash
{
    /// <summary>SHA-256, in hexadecimal, over names, spans and judgements of all labels, pairs in the order of their names.</summary>
    public static string Of(IEnumerable<LabelledPair> pairs)
    {
        var text = new StringBuilder();
        foreach (var pair in pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal))
        {
            text.Append(pair.Name).Append(pair.IsAudited ? " audited" : "").Append('\n');
            foreach (var label in pair.Commitments)
                text.Append(label.Span).Append(label.Status).Append(label.Specificity)
                    .AppendJoin(',', label.Evidence.Select(evidence => $"{evidence.Span}{evidence.Relation}")).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
