# Những gì khách hàng đọc: bài chờ duyệt và bản tóm tắt. Xưng hô lịch sự, gọi khách là anh/chị.

# Ngày, giờ, con số.
client-day = { $day } { $month }
client-day-year = { $day }, { $year }
client-days-month = { $from }–{ $to } { $month }
client-days = { $from } – { $to }
client-when = { $weekday }, { $day }, { $clock }
client-at-clock = { $day }, { $clock }
client-minutes = { $n } phút
client-hours = { $n } giờ
client-percent = { $n }%
client-quoted = “{ $words }”

# Bài chờ duyệt.
packet-title = Bài đăng chờ anh/chị duyệt
packet-code = đợt{ "\u00A0" }{ $code }
packet-posts = { $n } bài
packet-zone = múi giờ: { $zone }
packet-how = Cách trả lời
packet-answer = Anh/chị vui lòng trả lời theo mã bài, ví dụ: { $sample }.
packet-answer-one = Anh/chị vui lòng trả lời { $yes } hoặc { $no }, hoặc ghi rõ cần sửa gì.
packet-sample-yes = { $code } ok
packet-sample-change = { $code } thay ảnh
packet-sample-no = { $code } không
packet-reply-by = Mong anh/chị trả lời trước { $when }.
packet-overview = Trong đợt này
packet-undated = chưa chốt ngày đăng
packet-no-text = (không có chữ)
packet-first-comment = Bình luận đầu tiên
packet-link = Liên kết
packet-pictures = Ảnh và video
packet-cover = ảnh bìa
packet-client-note = Ghi chú cho anh/chị (không nằm trong bài đăng)
packet-picture-apart = không hiển thị ở đây, sẽ gửi riêng
packet-empty = Đợt này chưa có bài nào.
packet-made = Lập ngày { $day }

# Loại bài.
format-photo = ảnh
format-carousel = bộ ảnh lướt
format-video = video
format-short = video ngắn
format-story = tin 24 giờ
format-poll = bình chọn
format-article = bài viết dài
format-live = phát trực tiếp
format-contest = cuộc thi

# Sáu dòng về khách hàng.
brief-title = { $client }: tình hình đến ngày { $day }
brief-posts = Bài đăng { $month }: { $list }
brief-out = đã đăng { $n }
brief-out-of = đã đăng { $n }/{ $goal }
brief-ahead = còn { $n } bài trong kế hoạch
brief-ahead-none = không còn bài nào trong kế hoạch
brief-next = bài kế tiếp { $when }: { $topic }
brief-late-none = Trễ lịch: không có
brief-late-one = Trễ lịch: 1 bài, { $topic } ({ $when })
brief-late = Trễ lịch: { $n } bài, lâu nhất là { $topic } ({ $when })
brief-waiting = Chờ anh/chị: { $list }
brief-waiting-none = Chờ anh/chị: hiện không có gì
brief-waiting-posts = { $n } bài chờ duyệt từ { $day }
brief-waiting-words = { $n } tin nhắn cần ý kiến của anh/chị từ { $day }
brief-answered = Tin nhắn đã trả lời: { $week } trong tuần này, { $month } trong tháng này
brief-in-time = đúng hạn { $part }/{ $whole }
brief-answered-none = Tin nhắn đã trả lời: tháng này chưa có ai nhắn
brief-best = Bài tốt nhất: { $topic }, { $day }, tỷ lệ tương tác { $rate }
brief-best-none = Bài tốt nhất: chưa đủ số liệu
brief-goals = Số liệu so với mục tiêu: { $list }
brief-goals-none = Số liệu so với mục tiêu: tháng này chưa đặt mục tiêu
brief-goal = { $name } { $now } (mục tiêu { $goal })
brief-goal-unknown = { $name } chưa có số liệu (mục tiêu { $goal })

# Các chỉ số, dùng trong câu.
score-followers = người theo dõi
score-reach = lượt tiếp cận
score-er-reach-percent = tương tác trên lượt tiếp cận
score-er-followers-percent = tương tác trên người theo dõi
score-first-answer-min = thời gian trả lời đầu tiên
score-answered-in-time-percent = trả lời đúng hạn
score-negative-percent = tỷ lệ phàn nàn
score-leads = lượt hỏi mua
score-posts-out = số bài đã đăng
score-spend = chi phí quảng cáo
score-cost-per-follower = chi phí cho một người theo dõi

# A task for whoever draws or films it.
order-title = Yêu cầu cho { $client }: { $topic }
order-format = Định dạng: { $format }
order-voice = Giọng điệu: { $voice }
order-script = Kịch bản:
order-shots = Các cảnh quay:
order-sizes = Kích thước và giới hạn
order-width = rộng ít nhất { $pixels } px
order-weight = tối đa { $size } MB
order-text = Nội dung đi kèm:
order-link = Liên kết: { $link }
order-pictures = Đã có sẵn:
order-by = Vui lòng gửi trước { $when }.
order-undated = Chưa có hạn chót; vui lòng cho biết khi nào bạn làm xong.
order-send = Vui lòng trả lời kèm tệp gốc, không để ứng dụng nhắn tin nén lại.
