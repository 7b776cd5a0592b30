using Kakehashi.Platform.Import;
using Kakehashi.Web.Demo;

namespace Kakehashi.Web.Commands;

/// <summary>Progress on standard error: one line that is written over on a terminal, a plain line now and then in a pipe.</summary>
internal sealed class CommandProgress : IProgress<ImportProgress>, IProgress<DemoProgress>, IProgress<long>, IDisposable
{
    private const int BarWidth = 30;

    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private long next;
    private bool wrote;

    private readonly long? total;
    private readonly string unit;

    private CommandProgress(long? total, string unit) => (this.total, this.unit) = (total, unit);

    /// <summary>Starts showing progress, or nothing where a program reads the output.</summary>
    /// <param name="isQuiet">Show nothing.</param>
    /// <param name="total">How many there are in all, where it is known.</param>
    /// <param name="unit">What is counted.</param>
    public static CommandProgress? Start(bool isQuiet, long? total = null, string unit = "rows") => isQuiet ? null : new(total, unit);

    public void Report(ImportProgress value) => Show(value.Rows, value.Share);

    public void Report(DemoProgress value) => Show(value.Records, value.Share);

    public void Report(long value) => Show(value, total > 0 ? Math.Min(1, (double)value / total.Value) : null);

    public void Dispose()
    {
        if (wrote && isTerminal) Console.Error.WriteLine();
    }

    private void Show(long count, double? known)
    {
        var now = Environment.TickCount64;
        if (now < next) return;
        next = now + (isTerminal ? 100 : 5_000);
        wrote = true;
        var share = known ?? 0;
        if (!isTerminal) Console.Error.WriteLine($"{count:N0} {unit}{(known is null ? "" : $", {share:P0}")}");
        else if (known is null) Console.Error.Write($"\r{count:N0} {unit} ");
        else Console.Error.Write($"\r[{new string('#', (int)(share * BarWidth)),-BarWidth}] {share,5:P0}  {count:N0} {unit} ");
    }
}
