using System.Globalization;

namespace Kakehashi.Web.Demo;

/// <summary>A city that partners of the demonstration lie in.</summary>
internal sealed record DemoCity(string Country, string En, string Ja, double Latitude, double Longitude);

/// <summary>Real cities; the universities in them are invented, see <see cref="DemoPartners"/>.</summary>
internal static class DemoCities
{
    /// <summary>Country, name in English, name in Japanese, latitude, longitude; a country's first city has its chief partners.</summary>
    private const string Table = """
        CN Hangzhou 杭州 30.27 120.16
        CN Dalian 大連 38.91 121.60
        CN Xiamen 厦門 24.48 118.09
        CN Kunming 昆明 25.04 102.71
        CN Qingdao 青島 36.07 120.38
        CN Changchun 長春 43.82 125.32
        CN Suzhou 蘇州 31.30 120.59
        KR Daejeon 大田 36.35 127.38
        KR Gwangju 光州 35.16 126.85
        KR Jeonju 全州 35.82 127.15
        KR Gangneung 江陵 37.75 128.88
        TW Taichung 台中 24.15 120.67
        TW Hsinchu 新竹 24.80 120.97
        TW Hualien 花蓮 23.99 121.60
        MN Darkhan ダルハン 49.49 105.92
        VN Da_Nang ダナン 16.05 108.21
        VN Can_Tho カントー 10.03 105.77
        VN Hue フエ 16.46 107.59
        TH Chiang_Mai チェンマイ 18.79 98.98
        TH Khon_Kaen コーンケン 16.43 102.84
        TH Songkhla ソンクラー 7.19 100.60
        ID Bandung バンドン -6.92 107.61
        ID Makassar マカッサル -5.15 119.43
        ID Medan メダン 3.59 98.67
        MY Kuching クチン 1.55 110.34
        MY Ipoh イポー 4.60 101.07
        PH Cebu セブ 10.32 123.89
        PH Davao ダバオ 7.19 125.46
        SG Singapore シンガポール 1.35 103.82
        KH Siem_Reap シェムリアップ 13.36 103.86
        LA Luang_Prabang ルアンパバーン 19.89 102.13
        MM Mandalay マンダレー 21.96 96.09
        IN Pune プネー 18.52 73.86
        IN Mysuru マイソール 12.30 76.64
        IN Guwahati グワーハーティー 26.14 91.74
        NP Pokhara ポカラ 28.21 83.99
        BD Sylhet シレット 24.89 91.87
        LK Kandy キャンディ 7.29 80.64
        PK Multan ムルターン 30.16 71.52
        KZ Karaganda カラガンダ 49.81 73.09
        UZ Samarkand サマルカンド 39.65 66.96
        TR Izmir イズミル 38.42 27.14
        TR Trabzon トラブゾン 41.00 39.72
        IL Haifa ハイファ 32.79 34.99
        AE Sharjah シャールジャ 25.35 55.41
        JO Irbid イルビド 32.56 35.85
        EG Mansoura マンスーラ 31.04 31.38
        MA Fez フェズ 34.03 -5.00
        KE Kisumu キスム -0.09 34.77
        GH Kumasi クマシ 6.69 -1.62
        ZA Durban ダーバン -29.86 31.02
        TZ Arusha アルーシャ -3.37 36.68
        NG Ibadan イバダン 7.38 3.95
        ET Hawassa ハワッサ 7.06 38.48
        DE Bremen ブレーメン 53.08 8.80
        DE Chemnitz ケムニッツ 50.83 12.92
        DE Erfurt エアフルト 50.98 11.03
        DE Kassel カッセル 51.31 9.48
        DE Koblenz コブレンツ 50.36 7.59
        FR Nantes ナント 47.22 -1.55
        FR Annecy アヌシー 45.90 6.13
        FR Brest ブレスト 48.39 -4.49
        FR Dijon ディジョン 47.32 5.04
        GB Exeter エクセター 50.73 -3.53
        GB Inverness インヴァネス 57.48 -4.22
        GB Carlisle カーライル 54.89 -2.93
        GB Norwich ノリッジ 52.63 1.30
        IE Sligo スライゴ 54.27 -8.47
        NL Arnhem アーネム 51.98 5.91
        NL Zwolle ズウォレ 52.52 6.09
        BE Namur ナミュール 50.47 4.87
        CH Winterthur ヴィンタートゥール 47.50 8.72
        AT Klagenfurt クラーゲンフルト 46.62 14.31
        IT Trieste トリエステ 45.65 13.78
        IT Lecce レッチェ 40.35 18.17
        IT Bergamo ベルガモ 45.70 9.68
        ES Zaragoza サラゴサ 41.65 -0.89
        ES Cadiz カディス 36.53 -6.29
        ES Burgos ブルゴス 42.34 -3.70
        PT Faro ファロ 37.02 -7.93
        SE Karlstad カールスタード 59.38 13.50
        SE Kiruna キルナ 67.86 20.23
        NO Bodo ボードー 67.28 14.40
        DK Esbjerg エスビャウ 55.48 8.46
        FI Kuopio クオピオ 62.89 27.68
        FI Rovaniemi ロヴァニエミ 66.50 25.73
        IS Akureyri アークレイリ 65.68 -18.10
        EE Parnu パルヌ 58.39 24.50
        LV Liepaja リエパーヤ 56.51 21.01
        LT Klaipeda クライペダ 55.70 21.14
        PL Lublin ルブリン 51.25 22.57
        PL Opole オポーレ 50.68 17.92
        CZ Olomouc オロモウツ 49.59 17.25
        CZ Liberec リベレツ 50.77 15.06
        SK Zilina ジリナ 49.22 18.74
        HU Pecs ペーチ 46.07 18.23
        RO Sibiu シビウ 45.79 24.15
        BG Varna ヴァルナ 43.21 27.91
        GR Patras パトラ 38.25 21.73
        HR Split スプリト 43.51 16.44
        SI Maribor マリボル 46.55 15.65
        UA Lviv リヴィウ 49.84 24.03
        GE Kutaisi クタイシ 42.27 42.70
        US Spokane スポケーン 47.66 -117.43
        US Boise ボイシ 43.62 -116.20
        US Duluth ダルース 46.79 -92.10
        US Savannah サバンナ 32.08 -81.09
        US Tucson ツーソン 32.22 -110.97
        US Portland_(Maine) ポートランド(メイン州) 43.66 -70.26
        CA Halifax ハリファックス 44.65 -63.58
        CA Kelowna ケロウナ 49.89 -119.50
        CA Trois-Rivieres トロワリヴィエール 46.34 -72.54
        MX Puebla プエブラ 19.04 -98.21
        MX Merida メリダ 20.97 -89.59
        BR Curitiba クリチバ -25.43 -49.27
        BR Manaus マナウス -3.12 -60.02
        AR Mendoza メンドーサ -32.89 -68.85
        CL Valdivia バルディビア -39.81 -73.25
        PE Arequipa アレキパ -16.41 -71.54
        CO Manizales マニサレス 5.07 -75.52
        AU Hobart ホバート -42.88 147.33
        AU Cairns ケアンズ -16.92 145.77
        AU Geelong ジーロング -38.15 144.36
        NZ Dunedin ダニーデン -45.88 170.50
        NZ Napier ネーピア -39.49 176.91
        FJ Nadi ナンディ -17.80 177.42
        """;

    public static IReadOnlyList<DemoCity> All { get; } = [.. Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    private static DemoCity Read(string line) => line.Split(' ') is [var country, var en, var ja, var north, var east]
        ? new(country, en.Replace('_', ' '), ja, double.Parse(north, CultureInfo.InvariantCulture), double.Parse(east, CultureInfo.InvariantCulture))
        : throw new FormatException(line);
}
