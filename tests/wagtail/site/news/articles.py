"""Ten articles: title, day of publication, paragraphs, and the name that only this one holds."""

ARTICLES = [
    ("Tổng kết công tác dân vận", "2026-11-28", "Nguyễn Văn An", [
        "Sáng 27/11, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị tổng kết công tác dân vận.",
        "Hội nghị đánh giá việc thực hiện Chỉ thị số 43/CT-TTg. Trong năm, 98,5% hồ sơ được giải quyết đúng hạn.",
    ]),
    ("Khởi công đường ven biển", "2026-11-20", "Trần Thị Bình", [
        "Sáng 19/11, UBND tỉnh tổ chức lễ khởi công tuyến đường ven biển dài 32 km qua bốn huyện.",
        "Dự lễ có đồng chí Trần Thị Bình, Phó Chủ tịch UBND tỉnh. Tổng mức đầu tư của dự án là 2.450 tỷ đồng.",
    ]),
    ("Trao nhà cho hộ nghèo vùng cao", "2026-11-18", "Lê Quang Chi", [
        "Ngày 17/11, đồng chí Lê Quang Chi, Bí thư Huyện ủy trao 46 căn nhà cho các hộ nghèo ở bốn xã vùng cao.",
        "Mỗi căn nhà được hỗ trợ 60 triệu đồng theo Quyết định số 1719/QĐ-TTg.",
    ]),
    ("Kiểm tra tiến độ hồ chứa nước", "2026-11-15", "Phạm Đức Dũng", [
        "Chiều 14/11, đồng chí Phạm Đức Dũng, Phó Chủ tịch UBND tỉnh kiểm tra công trường hồ chứa nước.",
        "Đến nay nhà thầu đã hoàn thành 71% khối lượng, giải ngân 318 tỷ đồng.",
    ]),
    ("Khai giảng lớp bồi dưỡng cán bộ xã", "2026-11-12", "Hoàng Thị Giang", [
        "Sáng 11/11, Trường Chính trị tỉnh khai giảng lớp bồi dưỡng cho 120 cán bộ cấp xã.",
        "Đồng chí Hoàng Thị Giang, Trưởng Ban Tổ chức Tỉnh ủy phát biểu tại lễ khai giảng.",
    ]),
    ("Phát động hiến máu tình nguyện", "2026-11-10", "Đặng Minh Hà", [
        "Sáng 9/11, Hội Chữ thập đỏ tỉnh phát động đợt hiến máu, tiếp nhận 540 đơn vị máu.",
        "Đồng chí Đặng Minh Hà, Phó Chủ tịch UBND tỉnh dự và biểu dương các tình nguyện viên.",
    ]),
    ("Thẩm định hồ sơ nông thôn mới", "2026-11-08", "Vũ Ngọc Khánh", [
        "Ngày 7/11, đồng chí Vũ Ngọc Khánh, Chủ tịch UBND huyện chủ trì cuộc họp thẩm định hồ sơ nông thôn mới.",
        "Đến nay huyện có 14 xã đạt chuẩn theo Quyết định số 318/QĐ-TTg.",
    ]),
    ("Hội nghị đối thoại với doanh nghiệp", "2026-11-06", "Bùi Thị Lan", [
        "Sáng 5/11, UBND tỉnh đối thoại với 210 doanh nghiệp về thủ tục đất đai.",
        "Đồng chí Bùi Thị Lan, Bí thư Tỉnh ủy chủ trì hội nghị và yêu cầu trả lời dứt điểm 35 kiến nghị.",
    ]),
    ("Diễn tập chữa cháy rừng", "2026-11-04", "Đỗ Hữu Minh", [
        "Chiều 3/11, hơn 300 người tham gia diễn tập chữa cháy rừng tại khu bảo tồn.",
        "Đồng chí Đỗ Hữu Minh, Phó Chủ tịch UBND tỉnh chủ trì buổi diễn tập theo Nghị định số 156/2018/NĐ-CP.",
    ]),
    ("Gặp mặt già làng, trưởng bản", "2026-11-02", "Ngô Thị Nga", [
        "Sáng 1/11, đồng chí Ngô Thị Nga, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh gặp mặt 85 già làng, trưởng bản.",
        "Dịp này, tỉnh trao tặng 85 suất quà trị giá 127,5 triệu đồng.",
    ]),
]
