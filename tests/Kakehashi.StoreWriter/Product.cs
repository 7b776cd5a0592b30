using System.Collections;
using Kakehashi.Access;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Community;
using Kakehashi.Education;
using Kakehashi.Education.Mobility;
using Kakehashi.ExportControl;
using Kakehashi.Partnerships;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Strategy;

namespace Kakehashi.StoreWriter;

/// <summary>The product's record types without its web: a type that is forgotten here is a pending change of the model, which a test finds.</summary>
public static class Product
{
    public static IReadOnlyList<Module> Modules { get; } =
        [AccessModule.Module, ExportControlModule.Module, PartnershipsModule.Module, CommunityModule.Module, EducationModule.Module, StrategyModule.Module];

    public static RecordTypes Types { get; } = new(Modules.SelectMany(module => module.Records));

    public static RecordType Units => Types[typeof(OrgUnit)];

    public static RecordType Organisations => Types[typeof(Organisation)];

    public static RecordType Agreements => Types[typeof(Agreement)];

    public static RecordType Stays => Types[typeof(MobilityPeriod)];

    /// <summary>A record with these canonical values, by the codes of their fields.</summary>
    public static Record Make(RecordType type, params IEnumerable<(string Field, object? Value)> values)
    {
        var record = type.New();
        foreach (var (field, value) in values) type.Field(field)!.Write(record, value);
        return record;
    }

    /// <summary>A list of parts with these canonical values, for <see cref="Make"/>.</summary>
    public static IList Parts(RecordType type, string field, params IEnumerable<(string Field, object? Value)[]> parts)
    {
        var part = ((PartsField)type.Field(field)!).Part;
        var list = part.List();
        foreach (var values in parts)
        {
            var one = part.New();
            foreach (var (name, value) in values) part.Fields.First(sub => sub.Code == name).Write(one, value);
            list.Add(one);
        }

        return list;
    }
}
