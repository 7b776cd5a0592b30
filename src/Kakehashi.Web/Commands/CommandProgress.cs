using System.Globalization;
using Kakehashi.Kernel;
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
    private readonly Func<long, string> shown;

    /// <summary>What commands count.</summary>
    public static readonly Text Rows = ("{0}行", "{0} rows"), Records = ("{0}件", "{0} records"), Changes = ("変更 {0}件", "{0} changes"), Bytes = ("{0}バイト", "{0} bytes"), Files = ("{0}ファイル", "{0} files");

    private CommandProgress(long? total, Func<long, string> shown) => (this.total, this.shown) = (total, shown);

    /// <summary>Starts showing progress, or nothing where a program reads the output.</summary>
    /// <param name="isQuiet">Show nothing.</param>
    /// <param name="language">The language of the line.</param>
    /// <param name="unit">What is counted, with {0} for the number.</param>
    /// <param name="total">How many there are in all, where it is known.</param>
    public static CommandProgress? Start(bool isQuiet, Language language, Text unit, long? total = null) =>
        isQuiet ? null : new(total, count => unit.In(language).Replace("{0}", count.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal));

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
        if (!isTerminal) Console.Error.WriteLine($"{shown(count)}{(known is null ? "" : $", {share:P0}")}");
        else if (known is null) Console.Error.Write($"\r{shown(count)} ");
        else Console.Error.Write($"\r[{new string('#', (int)(share * BarWidth)),-BarWidth}] {share,5:P0}  {shown(count)} ");
    }
}
