using Kakehashi.Platform.Import;

namespace Kakehashi.Web.Commands;

/// <summary>Progress on standard error: one line that is written over on a terminal, a plain line now and then in a pipe.</summary>
internal sealed class CommandProgress : IProgress<ImportProgress>, IDisposable
{
    private const int BarWidth = 30;

    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private long next;
    private bool wrote;

    private CommandProgress()
    {
    }

    /// <summary>Starts showing progress, or nothing where a program reads the output.</summary>
    public static CommandProgress? Start(bool isQuiet) => isQuiet ? null : new();

    public void Report(ImportProgress value)
    {
        var now = Environment.TickCount64;
        if (now < next) return;
        next = now + (isTerminal ? 100 : 5_000);
        wrote = true;
        var share = value.Share ?? 0;
        if (!isTerminal) Console.Error.WriteLine($"{value.Rows:N0} rows{(value.Share is null ? "" : $", {share:P0}")}");
        else Console.Error.Write($"\r[{new string('#', (int)(share * BarWidth)),-BarWidth}] {share,5:P0}  {value.Rows:N0} rows ");
    }

    public void Dispose()
    {
        if (wrote && isTerminal) Console.Error.WriteLine();
    }
}
