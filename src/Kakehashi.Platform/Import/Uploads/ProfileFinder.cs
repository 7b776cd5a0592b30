using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>Finds the profile that a file was made for, by its headers.</summary>
internal static class ProfileFinder
{
    /// <summary>The profile that reads most of the file's columns; null where none has all it needs.</summary>
    public static SourceProfile? Best(Workspace workspace, string path, string name)
    {
        var found = workspace.Profiles.All.Select(profile => (Profile: profile, Share: Share(workspace, profile, path, name))).Where(pair => pair.Share > 0).ToList();
        return found.Count == 0 ? null : found.MaxBy(pair => pair.Share).Profile;
    }

    /// <summary>How many of the file's columns the profile reads, 0 to 1; 0 where a column that it needs is missing.</summary>
    private static double Share(Workspace workspace, SourceProfile profile, string path, string name)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var opened = SourceFile.Open(stream, name, profile.Format);
            if (!opened.IsDone) return 0;
            using var table = opened.Value;
            if (!RowMapper.Of(profile, workspace.Types.WithCode(profile.Record)!, table, workspace.Codes, name).IsDone) return 0;
            var read = profile.Fields.Values.SelectMany(Cells).Select(cell => cell.Columns.Select(table.Column).FirstOrDefault(column => column >= 0, -1)).Where(column => column >= 0).Distinct().Count();
            return (double)read / Math.Max(1, table.Headers.Count(header => header.Length > 0));
        }
        catch (SourceFault)
        {
            return 0;
        }
    }

    private static IEnumerable<CellSource> Cells(FieldSource source) => source switch
    {
        CellSource cell => [cell],
        BilingualSource sides => new[] { sides.Ja, sides.En }.OfType<CellSource>(),
        PlaceSource place => [place.Latitude, place.Longitude],
        PartsSource parts => parts.Parts.Where(part => part.Each is null).SelectMany(part => part.Fields.Values),
        _ => [],
    };
}
