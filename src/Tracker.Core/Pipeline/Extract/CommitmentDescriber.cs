using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Quantities;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>Makes commitments of findings: topic, specificity, targets, aspects, identity.</summary>
internal sealed class CommitmentDescriber(string source)
{
    private readonly ContentId _ids = new("c-");

    public Commitment Describe(Finding finding)
    {
        var line = finding.Sentence.Line;
        var span = finding.Span;
        var targets = QuantityReader.Read(source, line.Line, finding.Start, finding.End);
        return new Commitment(
            _ids.Next(finding.Text, line.Path), span, span.Of(source), finding.Sentence.Context, TopicNamer.Name(finding), finding.Frame,
            line.Path, SpecificityJudge.Judge(finding, targets), targets, AspectReader.Read(finding), finding.Rule);
    }
}
