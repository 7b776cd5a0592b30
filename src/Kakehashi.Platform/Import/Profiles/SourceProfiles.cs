using Kakehashi.Records;

namespace Kakehashi.Platform.Import.Profiles;

/// <summary>All profiles: those of the catalogue, and for each record type the product's own template.</summary>
public sealed class SourceProfiles
{
    private readonly Dictionary<string, SourceProfile> byCode = new(StringComparer.OrdinalIgnoreCase);

    private SourceProfiles(IEnumerable<SourceProfile> profiles)
    {
        foreach (var profile in profiles)
            if (!byCode.TryAdd(profile.Code, profile)) throw new InvalidOperationException($"two profiles are called {profile.Code}");
    }

    /// <summary>All of them, templates last.</summary>
    public IEnumerable<SourceProfile> All => byCode.Values.OrderBy(profile => profile.IsTemplate).ThenBy(profile => profile.Code, StringComparer.Ordinal);

    /// <summary>The profile of this name, or null.</summary>
    public SourceProfile? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Reads every profile of a folder.</summary>
    /// <exception cref="ProfileFault">A profile has a mistake, or names a record or field that is not there.</exception>
    public static SourceProfiles Load(string folder, RecordTypes types) => Load([folder], types);

    /// <summary>Reads every profile of several folders.</summary>
    /// <exception cref="ProfileFault">A profile has a mistake, or names a record or field that is not there.</exception>
    public static SourceProfiles Load(IReadOnlyList<string> folders, RecordTypes types)
    {
        var profiles = new List<SourceProfile>();
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)))
        {
            using var text = File.OpenText(file);
            var profile = new ProfileReader(Path.GetFileName(file)).Read(text);
            Check(profile, types, Path.GetFileName(file));
            profiles.Add(profile);
        }

        return new([.. profiles, .. types.All.Select(TemplateProfile.Of)]);
    }

    private static void Check(SourceProfile profile, RecordTypes types, string file)
    {
        var type = types.WithCode(profile.Record) ?? throw new ProfileFault(file, default, $"there is no record type '{profile.Record}'; known: {string.Join(", ", types.All)}");
        foreach (var code in profile.Fields.Keys.Append(profile.CountInto).OfType<string>())
            if (type.Field(code) is null) throw new ProfileFault(file, default, $"{type} has no field '{code}'; known: {string.Join(", ", type.Fields.Select(field => field.Code))}");
    }
}
