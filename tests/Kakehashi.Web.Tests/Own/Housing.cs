namespace Kakehashi.Web.Tests.Own;

/// <summary>What a housing office adds to stays.</summary>
internal static class Housing
{
    public const string Fields = """
        - code: own_housing
          label: {ja: 宿舎, en: Housing}
          help: {ja: 入寮の区分です。, en: Where the student lives.}
          kind: choice
          choices:
            dormitory: {ja: 学生寮, en: Dormitory}
            private: {ja: 民間, en: Private flat}
          required: true
          listed: true
          dimension: true
        - {code: own_rent, label: {ja: 家賃, en: Rent}, kind: number, max: 200000, listed: true}
        - {code: own_moved_in_on, label: {ja: 入居日, en: Moved in on}, kind: day}
        - {code: own_building, label: {ja: 建物名, en: Building}, kind: bilingual}
        - {code: own_furnished, label: {ja: 家具付き, en: Furnished}, kind: flag}
        - {code: own_guarantor, label: {ja: 保証人, en: Guarantor}, kind: line, personal: true}
        - {code: own_landlord, label: {ja: 貸主, en: Landlord}, kind: link, record: organisation}
        """;
}
