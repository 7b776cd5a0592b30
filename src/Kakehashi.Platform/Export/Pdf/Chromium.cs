using System.Diagnostics;
using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Export.Pdf;

/// <summary>A browser on this machine that prints pages; it is the one that made the page look as it does.</summary>
/// <param name="Path">The program.</param>
public sealed record Chromium(string Path)
{
    /// <summary>Names the program where it has another name or lies elsewhere.</summary>
    public const string Variable = "KAKEHASHI_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];

    /// <summary>How long a page may take to be drawn and written.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Charts draw themselves after the page has come; virtual time does not wait for nothing.</summary>
    private static readonly TimeSpan Drawing = TimeSpan.FromSeconds(8);

    /// <summary>The one that is installed; null where there is none.</summary>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static Chromium? Find(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable(Variable) is { Length: > 0 } named) return File.Exists(named) ? new(named) : null;
        var folders = (variable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => Names, System.IO.Path.Combine).Where(File.Exists).Select(found => new Chromium(found)).FirstOrDefault();
    }

    /// <summary>Prints a page of this machine.</summary>
    /// <returns>Refusals: <c>pdf.not-printed</c>.</returns>
    public async Task<Result<byte[]>> PrintAsync(Uri address, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-pdf-");
        try
        {
            var file = System.IO.Path.Combine(folder.FullName, "page.pdf");
            var said = await RunAsync(Arguments(address, file, folder.FullName), cancel);
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancel) : NotPrinted(said);
        }
        finally
        {
            Delete(folder);
        }
    }

    private static IEnumerable<string> Arguments(Uri address, string file, string profile)
    {
        string[] always =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio",
            "--no-pdf-header-footer", "--run-all-compositor-stages-before-draw",
            string.Create(CultureInfo.InvariantCulture, $"--virtual-time-budget={Drawing.TotalMilliseconds}"), $"--user-data-dir={profile}", $"--print-to-pdf={file}",
        ];
        // its sandbox does not start for root; nothing but our own pages is opened, whose policy lets nothing else in
        return Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? [.. always, "--no-sandbox", address.AbsoluteUri] : [.. always, address.AbsoluteUri];
    }

    private async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Path) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Path} did not start");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ended.CancelAfter(Longest);
        var (errors, _) = (process.StandardError.ReadToEndAsync(CancellationToken.None), process.StandardOutput.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
        }

        return await errors;
    }

    /// <summary>Helpers of the browser may still be closing files.</summary>
    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // the system's temporary folder is emptied anyway
        }
    }

    private static Refusal NotPrinted(string said)
    {
        var line = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        return new("pdf.not-printed", (
            $"PDFを作れませんでした。ブラウザーの印刷機能から「PDFに保存」を選ぶこともできます。({line})",
            $"The PDF could not be made. Your browser can also print the page into a PDF. ({line})"));
    }
}
