using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Pdf;
using Kakehashi.Platform.Mail;
using Kakehashi.Strategy.Board;
using Kakehashi.Strategy.Versions;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Reports;

/// <summary>Makes the file of a report.</summary>
public sealed class ReportMaker(Workspace workspace, StrategyInForce strategy, PdfPrinter printer, PublicAddress address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The file, as somebody sees it without what is personal.</summary>
    /// <returns>Refusals: <c>report.no-strategy</c>, those of <see cref="PdfPrinter"/> and of <see cref="BoardReading"/>.</returns>
    public Task<Result<Enclosure>> MakeAsync(ReportSchedule schedule, SignedIn sender, CancellationToken cancel) =>
        schedule.Content == ReportContent.Page ? PrintAsync(schedule, sender, cancel) : SlidesAsync(schedule.Language, sender, cancel);

    private async Task<Result<Enclosure>> SlidesAsync(Language language, SignedIn sender, CancellationToken cancel)
    {
        if (strategy.Reading.Tree is not { } tree || workspace.IndicatorReading.Catalogue is not { } catalogue) return NoStrategy;
        var board = await BoardReading.ReadAsync(workspace, tree, catalogue, Actors.Within(sender.Actor, TokenScope.Read), Patience, cancel);
        if (!board.IsDone) return board.Refusal;
        using var file = new MemoryStream();
        new BoardDeck(workspace, board.Value, language).Write(file);
        return new Enclosure("board.pptx", BoardFiles.Slides, file.ToArray());
    }

    private async Task<Result<Enclosure>> PrintAsync(ReportSchedule schedule, SignedIn sender, CancellationToken cancel)
    {
        var (scheme, host) = address.Site is { } site ? (site.Scheme, HostString.FromUriComponent(site)) : (Uri.UriSchemeHttp, new HostString("localhost"));
        var printed = await printer.PrintAsync(new($"/{schedule.Language.Code()}/{schedule.Page}", SigningIn.AsReader(sender.Account), scheme, host), cancel);
        return printed.IsDone ? new Enclosure(PdfEndpoints.NameOf(schedule.Page!), "application/pdf", printed.Value) : printed.Refusal;
    }

    private static Refusal NoStrategy { get; } = new("report.no-strategy", (
        "戦略か指標の定義に誤りがあるため、レポートを作れません。", "The definition of the strategy or of indicators has mistakes, so the report cannot be made."));
}
