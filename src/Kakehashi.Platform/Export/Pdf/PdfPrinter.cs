using Kakehashi.Kernel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Export.Pdf;

/// <summary>Pages as PDF, printed by a browser on this machine, one at a time.</summary>
public sealed class PdfPrinter(PrintTickets tickets, IServer server, Chromium? chromium) : IDisposable
{
    private const int MostWaiting = 5;

    private readonly SemaphoreSlim turn = new(1);
    private int waiting;

    /// <summary>There is a browser that prints.</summary>
    public bool IsThere => chromium is not null;

    public void Dispose() => turn.Dispose();

    /// <summary>Prints a page as somebody sees it.</summary>
    /// <returns>Refusals: <c>pdf.no-browser</c>, <c>pdf.busy</c>, <c>pdf.no-page</c>, <c>pdf.not-printed</c>.</returns>
    public async Task<Result<byte[]>> PrintAsync(PrintTicket ticket, CancellationToken cancel)
    {
        if (chromium is null) return NoBrowser;
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return Busy;
        }

        try
        {
            await turn.WaitAsync(cancel);
            try
            {
                var printed = await chromium.PrintAsync(new Uri(Here(), tickets.Issue(ticket)), cancel);
                return printed.IsDone && ticket.Status != StatusCodes.Status200OK ? NoPage : printed;
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>The program as this machine reaches it.</summary>
    private Uri Here()
    {
        var address = new Uri((server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? throw new InvalidOperationException("the program answers nowhere yet"))
            .Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal));
        return address.Host is "0.0.0.0" or "[::]" ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri : address;
    }

    private static Refusal NoBrowser { get; } = new("pdf.no-browser", (
        $"このサーバーにはPDFを作るためのブラウザー(Chromium)がありません。お使いのブラウザーの印刷機能から「PDFに保存」を選んでください。管理者は環境変数 {Chromium.Variable} で場所を指定できます。",
        $"There is no browser (Chromium) on the server that could make a PDF. Print into a PDF from your own browser. An administrator can name one with the environment variable {Chromium.Variable}."));

    private static Refusal Busy { get; } = new("pdf.busy", ("ほかのPDFを作成中です。しばらくしてからもう一度お試しください。", "Other PDFs are being made. Try again in a moment."));

    private static Refusal NoPage { get; } = new("pdf.no-page", ("そのページは表示できないため、PDFにできません。", "The page cannot be shown, so there is no PDF of it."));
}
