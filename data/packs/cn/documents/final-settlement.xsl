<?xml version="1.0" encoding="UTF-8"?>
<!-- 离职结算单：经济补偿由程序算出；工资各项由薪酬按实填写，已经录入的直接印出。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">离职结算单</title>
      <xsl:call-template name="number"/>
      <table id="person" columns="2 4 2 4">
        <row><cell>姓名</cell><cell><field path="employee/@name" as="name"/></cell><cell>员工编号</cell><cell><xsl:if test="employee/@number"><field path="employee/@number"/></xsl:if></cell></row>
        <row><cell>部门及岗位</cell><cell><xsl:if test="employee/employment/@department"><field path="employee/employment/@department"/>　</xsl:if><field path="employee/employment/@position"/></cell><cell>入职日期</cell><cell><field path="employee/employment/@hired" as="date"/></cell></row>
        <row><cell>最后工作日</cell><cell><field path="departure/@last-day" as="date"/></cell><cell>结算日期</cell><cell><xsl:call-template name="dated"/></cell></row>
      </table>
      <table id="payable" columns="5 9 4r" head="true">
        <row><cell>应付项目</cell><cell>依据和计算</cell><cell>金额（元）</cell></row>
        <xsl:choose>
          <xsl:when test="case/settlement/line[@group='earning' or @group='reimbursement']">
            <xsl:for-each select="case/settlement/line">
              <xsl:if test="@group='earning' or @group='reimbursement'"><xsl:call-template name="line"/></xsl:if>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <row><cell>当月工资</cell><cell><xsl:choose>
                <xsl:when test="setting[@id='month-wage']/@value='days-absent'">月工资－月工资÷21.75×缺勤天数<blank size="4"/>天</xsl:when>
                <xsl:otherwise>月工资÷21.75×计薪天数<blank size="4"/>天</xsl:otherwise>
              </xsl:choose></cell><cell><blank size="6"/></cell></row>
            <row><cell>加班工资</cell><cell>劳动法第四十四条</cell><cell><blank size="6"/></cell></row>
            <row><cell>奖金、提成</cell><cell>公司制度或者约定</cell><cell><blank size="6"/></cell></row>
            <row><cell>未休年休假工资报酬</cell><cell>未休<blank size="3"/>天×日工资<blank size="5"/>×200%（年休假实施办法第十二条）</cell><cell><blank size="6"/></cell></row>
          </xsl:otherwise>
        </xsl:choose>
        <row>
          <cell>经济补偿</cell>
          <xsl:choose>
            <xsl:when test="assessment/severance/@due='false'"><cell>本次离职依法不涉及</cell><cell>—</cell></xsl:when>
            <xsl:when test="case/agreement/@amount &lt; assessment/severance/@amount"><cell>协商解除协议书约定</cell><cell><field path="case/agreement/@amount" as="money"/></cell></xsl:when>
            <xsl:otherwise><cell><xsl:call-template name="formula"/>（劳动合同法第四十六条、第四十七条）</cell><cell><field path="assessment/severance/@amount" as="money"/></cell></xsl:otherwise>
          </xsl:choose>
        </row>
        <xsl:if test="assessment/other[@id='agreed-extra']/@amount > 0">
          <row><cell><xsl:choose><xsl:when test="case/agreement/@extra-nature"><field path="case/agreement/@extra-nature"/></xsl:when><xsl:otherwise>一次性补助</xsl:otherwise></xsl:choose></cell><cell>协商解除协议书约定</cell><cell><field path="assessment/other[@id='agreed-extra']/@amount" as="money"/></cell></row>
        </xsl:if>
        <xsl:if test="assessment/notice/@pay_in_lieu > 0">
          <row><cell>额外一个月工资</cell><cell>上一个月的工资标准（劳动合同法第四十条、实施条例第二十条）</cell><cell><field path="assessment/notice/@pay_in_lieu" as="money"/></cell></row>
        </xsl:if>
        <row><cell>应付合计</cell><cell/><cell><xsl:choose><xsl:when test="case/settlement/@total">¥<field path="case/settlement/@total" as="money"/></xsl:when><xsl:otherwise>¥<blank size="6"/></xsl:otherwise></xsl:choose></cell></row>
      </table>
      <table id="deductions" columns="5 9 4r" head="true">
        <row><cell>扣减项目</cell><cell>依据（仅限法律规定和生效裁判文书）</cell><cell>金额（元）</cell></row>
        <xsl:choose>
          <xsl:when test="case/settlement/line[@group='deduction' or @group='tax']">
            <xsl:for-each select="case/settlement/line">
              <xsl:if test="@group='deduction' or @group='tax'"><xsl:call-template name="line"/></xsl:if>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <row><cell>社会保险、住房公积金</cell><cell>个人缴费部分</cell><cell><blank size="6"/></cell></row>
            <row><cell>工资薪金个人所得税</cell><cell>累计预扣法</cell><cell><blank size="6"/></cell></row>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="assessment/tax/@tax and assessment/severance/@due='true'">
          <row><cell>一次性补偿收入个人所得税</cell><cell>免税额<field path="assessment/tax/@exempt" as="money"/>元（财税〔2018〕164号）</cell><cell><field path="assessment/tax/@tax" as="money"/></cell></row>
        </xsl:if>
        <row><cell>实发金额</cell><cell>大写：人民币<blank size="12"/></cell><cell>¥<blank size="6"/></cell></row>
      </table>
      <note id="payment">支付：工资于最后工作日一次付清，经济补偿在办结工作交接时支付<xsl:if test="case/@pay-date">，至迟不晚于<field path="case/@pay-date" as="date"/></xsl:if><xsl:if test="case/@pay-account">，汇入<field path="case/@pay-account"/></xsl:if>。实际到账以银行凭证为准。</note>
      <note id="meaning">本单列明计算依据，供您核对，您可以在下方注明不同意见。签名表示收到本单，不表示放弃任何权利。</note>
      <sign id="sign" kind="line">
        <row><cell>员工意见：<blank size="34"/></cell></row>
        <row><cell>制单：<blank size="7"/></cell><cell>复核：<blank size="7"/></cell><cell>公司（盖章）</cell><cell>员工（收到）：<blank size="7"/></cell></row>
        <row><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>

  <xsl:template name="line">
    <xsl:variable name="at" select="concat('case/settlement/line[', count(preceding-sibling::line) + 1, ']/@')"/>
    <row><cell><field path="{$at}label"/></cell><cell><xsl:if test="@basis"><field path="{$at}basis"/></xsl:if><xsl:if test="@basis and @formula">；</xsl:if><xsl:if test="@formula"><field path="{$at}formula"/></xsl:if></cell><cell><field path="{$at}amount" as="money"/></cell></row>
  </xsl:template>
</xsl:stylesheet>
