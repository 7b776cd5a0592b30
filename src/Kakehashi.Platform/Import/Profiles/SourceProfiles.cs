using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Values;
using YamlDotNet.Core;

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

    /// <summary>What is wrong with profiles of the university's own, which are left out.</summary>
    public IReadOnlyList<ProfileFault> Faults { get; private init; } = [];

    /// <summary>Reads the profiles of the catalogue, and those that the university has added.</summary>
    /// <param name="catalogue">The folder of the product.</param>
    /// <param name="own">The folder of the university, which need not be there; a mistake in it keeps nothing else from working.</param>
    /// <param name="types">The record types.</param>
    /// <param name="codes">The code lists.</param>
    /// <exception cref="ProfileFault">A profile of the catalogue has a mistake, or names a record or field that is not there.</exception>
    public static SourceProfiles Load(string catalogue, string own, RecordTypes types, CodeLists codes)
    {
        var templates = types.All.Where(type => !type.IsByOperations).Select(TemplateProfile.Of);
        var profiles = Files(catalogue).Select(file => Read(file, types, codes)).Concat(templates).ToList();
        var faults = new List<ProfileFault>();
        foreach (var file in Files(own))
        {
            try
            {
                var profile = Read(file, types, codes);
                if (profiles.Exists(one => one.Code.Equals(profile.Code, StringComparison.OrdinalIgnoreCase)))
                    throw new ProfileFault(Path.GetFileName(file), new Mark(0, 1, 1), ($"「{profile.Code}」という取込設定はすでにあります。別の code にしてください。", $"there is a profile '{profile.Code}' already; choose another code"));
                profiles.Add(profile);
            }
            catch (ProfileFault fault)
            {
                faults.Add(fault);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(new(Path.GetFileName(file), new Mark(0, 1, 1), ($"ファイルを読めません({fault.Message})。", fault.Message)));
            }
        }

        return new(profiles) { Faults = faults };
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];

    private static SourceProfile Read(string file, RecordTypes types, CodeLists codes)
    {
        using var text = File.OpenText(file);
        var reader = new ProfileReader(Path.GetFileName(file));
        var profile = reader.Read(text);
        new ProfileCheck(reader, types, new TextReaders(codes, profile.Days)).Check(profile);
        return profile;
    }
}
