namespace Kakehashi.Platform.Export.Files;

/// <summary>A column of an exported table.</summary>
/// <param name="Header">What stands in the first row.</param>
/// <param name="Width">Its width in a workbook, in characters of the standard font; null: by the header.</param>
public sealed record TableColumn(string Header, double? Width = null)
{
    private const double Narrowest = 10;
    private const double Widest = 60;

    /// <summary>The width: a full-width character takes two places, and the filter's arrow some more.</summary>
    internal double Places => Width ?? Math.Clamp(Header.Sum(c => c >= 0x1100 ? 2 : 1) + 4, Narrowest, Widest);
}
