using Kakehashi.Platform.Codes;
using Kakehashi.Platform.Own;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>The product's record types with own fields, read from declarations as a university writes them.</summary>
public static class Declared
{
    /// <summary>A field of every kind, listed where that can be.</summary>
    public const string Kinds = """
        - {code: own_line, label: {ja: 独自の行, en: Own line}, kind: line, max_length: 80, listed: true, searched: true}
        - {code: own_note, label: {ja: 独自の文, en: Own note}, kind: note}
        - {code: own_both, label: {ja: 独自の両語, en: Own both}, kind: bilingual, listed: true, searched: true}
        - {code: own_number, label: {ja: 独自の数, en: Own number}, kind: number, min: -10, max: 100000, listed: true}
        - {code: own_amount, label: {ja: 独自の額, en: Own amount}, kind: amount, listed: true}
        - {code: own_day, label: {ja: 独自の日, en: Own day}, kind: day, listed: true}
        - {code: own_flag, label: {ja: 独自の可否, en: Own flag}, kind: flag, listed: true}
        - code: own_choice
          label: {ja: 独自の選択, en: Own choice}
          kind: choice
          choices:
            dormitory: {ja: 学生寮, en: Dormitory}
            private: {ja: 民間, en: Private}
            family: {ja: 家族, en: With family}
          listed: true
        - {code: own_code, label: {ja: 独自の国, en: Own country}, kind: code, list: countries, listed: true}
        - {code: own_link, label: {ja: 独自の機関, en: Own organisation}, kind: link, record: organisation}
        - {code: own_place, label: {ja: 独自の所, en: Own place}, kind: place}
        """;

    /// <summary>Every record type with a field of every kind.</summary>
    public static RecordTypes EveryKind { get; } = Types([.. Product.Types.All.Select(type => (type.Code, Kinds))]);

    /// <summary>The record types with what is declared of some of them.</summary>
    public static RecordTypes Types(params (string Record, string Yaml)[] declarations)
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-fields-").FullName;
        try
        {
            foreach (var (record, yaml) in declarations) File.WriteAllText(Path.Combine(folder, record + ".yaml"), yaml);
            return OwnFieldFiles.Extend(Product.Types, CodeFiles.Load(Repository.PathOf("catalogue", "codes")), folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
