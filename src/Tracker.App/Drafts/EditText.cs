using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.App.Documents;
using Tracker.App.Reports;
using Tracker.Core.Comparing;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Drafts;

/// <summary>更正文字: makes a draft of a report's text as a person edited it, to be held against the text before it counts.</summary>
public static class EditText
{
    /// <summary>Such a version was read by nobody but a person.</summary>
    private static readonly Extractor ByHand = new("person", "1");

    /// <param name="Text">The whole text as a form sends it, its lines ended in any way.</param>
    public sealed record Command(string ReportId, string Text, string Reason) : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such report.</summary>
    public sealed record Result(string DraftId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).NotEmpty().WithMessage("正文不能为空。");
            RuleFor(c => c.Reason).NotEmpty().WithMessage("请写明为什么更正。").MaximumLength(GivenRules.LongestReason);
        }
    }

    public sealed class Handler(TrackerDbContext db, DocumentReader reader, ReportIntake intake, DraftDesk drafts) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var report = await db.Reports.AsNoTracking().Include(stored => stored.Body).Include(stored => stored.Content)
                .SingleOrDefaultAsync(stored => stored.Id == command.ReportId, cancellationToken);
            if (report is null) return null;
            if (report.SupersededById is not null) throw PassageChoice.Wrong("Text", "这已经不是现行版本，请在现行版本上更正。");
            var text = WithLineEndsOf(report.Content.Text, command.Text);
            if (text == report.Content.Text) throw PassageChoice.Wrong("Text", "文字没有改动。");
            var bytes = Encoding.UTF8.GetBytes(text);
            var sha256 = ReportIntake.HashOf(bytes);
            if (await intake.FindAsync(sha256, cancellationToken) is { } same) throw PassageChoice.Wrong("Text", $"改后的文字与已有的版本{same}一字不差，可以在报告页恢复那个版本。");

            var (read, draft) = (await ReadableAsync(report.FileName, bytes, cancellationToken), await drafts.FindOpenAsync(sha256, cancellationToken));
            draft ??= await drafts.AddAsync(
                new DraftDesk.Item(Path.ChangeExtension(report.FileName, ".txt"), sha256, bytes, DraftOrigin.Edit, DraftState.Ready, CorrectsId: report.Id, Reason: command.Reason.Trim()), cancellationToken);
            DraftDesk.Lay(draft.Content!, new DocumentText(text, PagesAfterEdit.Of(report.Content.Pages, report.Content.Text, text), Encoding.UTF8.WebName, ByHand, []));
            (draft.State, draft.DecodedAs, draft.Title, draft.Reason) = (DraftState.Ready, Encoding.UTF8.WebName, read.Metadata.Title, command.Reason.Trim());
            (draft.BodyId, draft.BodyName, draft.BodyKind) = (report.BodyId, report.Body.Name, report.Body.Kind);
            (draft.BodyRegion, draft.BodyLevel, draft.DocumentKind) = (report.Body.Region, report.Body.Level, report.DocumentKind);
            (draft.PlanYear, draft.ReviewYear) = ReportYears.Held(read, report.PlanYear, report.ReviewYear);
            (draft.Delivered, draft.Presenter) = (report.Delivered, report.Presenter);
            (draft.Commitments, draft.Claims, draft.Doubts) = (read.Commitments.Count, read.Claims.Count, []);
            return new Result(draft.Id);
        }

        /// <summary>It is text now, whatever the document was that it came out of.</summary>
        private async Task<Core.Domain.ExtractedReport> ReadableAsync(string fileName, byte[] bytes, CancellationToken cancellation)
        {
            try
            {
                return NotAReport.Refuse(ReportPipeline.Extract((await reader.ReadAsync("正文.txt", bytes, cancellation)).Text), fileName);
            }
            catch (UnusableInputException refusal)
            {
                throw PassageChoice.Wrong("Text", refusal.Message);
            }
        }

        /// <summary>Forms end every line in the same two characters, whatever the text did: what nobody edited must stay as it was.</summary>
        private static string WithLineEndsOf(string before, string sent)
        {
            var lines = sent.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            return before.Contains("\r\n", StringComparison.Ordinal) ? lines.Replace("\n", "\r\n", StringComparison.Ordinal) : lines;
        }
    }
}
