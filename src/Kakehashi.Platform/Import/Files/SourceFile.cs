using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Opens a file of any kind that offices send, finding out by looking what it is.</summary>
public static class SourceFile
{
    /// <summary>Opens a file on disk; <paramref name="fileName"/> where the person calls it otherwise, as an upload.</summary>
    public static Result<SourceTable> Open(string path, SourceFormat? format = null, SourceLimits? limits = null, string? fileName = null) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan),
            fileName ?? Path.GetFileName(path), format, limits, owned: true);

    /// <summary>Opens a stream that can seek, such as an upload; it stays the caller's and must outlive the table.</summary>
    public static Result<SourceTable> Open(Stream stream, string fileName, SourceFormat? format = null, SourceLimits? limits = null) =>
        Open(stream, fileName, format, limits, owned: false);

    private static Result<SourceTable> Open(Stream stream, string fileName, SourceFormat? format, SourceLimits? limits, bool owned)
    {
        var refusals = new SourceRefusals(fileName);
        SourceBytes? bytes = null;
        try
        {
            bytes = new(stream, owned, refusals, limits ?? SourceLimits.Default);
            return SourceOpening.Open(bytes, fileName, format ?? SourceFormat.Found);
        }
        catch (SourceFault fault)
        {
            bytes?.Dispose();
            return fault.Refusal;
        }
        catch
        {
            bytes?.Dispose();
            throw;
        }
    }
}
