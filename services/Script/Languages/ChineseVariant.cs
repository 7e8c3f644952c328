using System.Collections.Frozen;

namespace Reelsmith.Script.Languages;

/// <summary>Tells Simplified from Traditional Chinese by common characters whose forms differ.</summary>
internal static class ChineseVariant
{
    // The same characters in the same order in both.
    private const string SimplifiedForms =
        "这个们来国时说为会对学过发后还进样里种动经现关问长开实间无门见车书东马鸟鱼龙风飞语话请谁让认识记谢读课谈论讲许设证词译试诗该详误边达运远连选适迟迁递逊" +
        "头买卖实宝宁宾寻导将尘尝层岁岛币师带帮广庆库应庙废开异弃张弹强归当录彻态恋恶惊惯愿战户扑执扩扫扬护报担拥择挡换据损摆摇敌数断旧显晓术机杀杂权条极构枪树样桥检楼欢欧" +
        "残毁汉汤沟没泪泽洁测济浅涌润渐温湾湿满灭灯灵灾炉点炼热爱爷牵独狮猎献环电画畅疗疯盐监盖盘睁矿码砖确离积称稳穷窃竞笔筑签简类粮紧纪红纳纸线练组细织终绍经结给络绝统继续维绿编缘网罗罢职联肃肠胜胶脏脑脚脱脸" +
        "舰艺节芦苏药荣获营虑虽蚁蝇补装观规视览觉触训讯议讨访评诉调财责败货质贪贫购贯贵贸费贺资赏赖赛赞赢赵趋跃践轮软转轻载较辅辆辈输辞辩迹邮邻郑释钟钢钱铁银铜错锁锅镇镜长闪闭闯闲闹闻阅阔队阳阴阵阶际陆陈险随难雾静顶项顺须顾顿预领频题颜额饭饮饱馆骂验骑骗鲜鸡鸣鸭鸿鹰麦黄齐齿龄龟";

    private const string TraditionalForms =
        "這個們來國時說為會對學過發後還進樣裡種動經現關問長開實間無門見車書東馬鳥魚龍風飛語話請誰讓認識記謝讀課談論講許設證詞譯試詩該詳誤邊達運遠連選適遲遷遞遜" +
        "頭買賣實寶寧賓尋導將塵嘗層歲島幣師帶幫廣慶庫應廟廢開異棄張彈強歸當錄徹態戀惡驚慣願戰戶撲執擴掃揚護報擔擁擇擋換據損擺搖敵數斷舊顯曉術機殺雜權條極構槍樹樣橋檢樓歡歐" +
        "殘毀漢湯溝沒淚澤潔測濟淺湧潤漸溫灣濕滿滅燈靈災爐點煉熱愛爺牽獨獅獵獻環電畫暢療瘋鹽監蓋盤睜礦碼磚確離積稱穩窮竊競筆築簽簡類糧緊紀紅納紙線練組細織終紹經結給絡絕統繼續維綠編緣網羅罷職聯肅腸勝膠髒腦腳脫臉" +
        "艦藝節蘆蘇藥榮獲營慮雖蟻蠅補裝觀規視覽覺觸訓訊議討訪評訴調財責敗貨質貪貧購貫貴貿費賀資賞賴賽贊贏趙趨躍踐輪軟轉輕載較輔輛輩輸辭辯跡郵鄰鄭釋鐘鋼錢鐵銀銅錯鎖鍋鎮鏡長閃閉闖閒鬧聞閱闊隊陽陰陣階際陸陳險隨難霧靜頂項順須顧頓預領頻題顏額飯飲飽館罵驗騎騙鮮雞鳴鴨鴻鷹麥黃齊齒齡龜";

    private static readonly FrozenSet<char> s_simplified = SimplifiedForms.Except(TraditionalForms).ToFrozenSet();
    private static readonly FrozenSet<char> s_traditional = TraditionalForms.Except(SimplifiedForms).ToFrozenSet();

    /// <summary>"zh" (Simplified, also when nothing tells) or "zh-Hant".</summary>
    public static string Tag(string text)
    {
        var balance = 0;
        foreach (var c in text)
        {
            if (s_simplified.Contains(c)) balance--;
            else if (s_traditional.Contains(c)) balance++;
        }
        return balance > 0 ? "zh-Hant" : "zh";
    }
}
